import { describe, expect, it } from 'vitest'
import { aDesk } from '../support/a-desk'
import { aForm } from '../support/a-form'
import { aSandbox } from './sandbox'

/** What saving a connection to the real sandbox answers, with the sandbox's own key. */
async function saved(
  own: (ready: Awaited<ReturnType<typeof aSandbox>>['ready']) => Partial<Parameters<typeof aForm>[0]>,
) {
  const { ready } = await aSandbox()
  const desk = await aDesk()
  const form = aForm({ key: ready.merchantops.keys.full, baseUrl: ready.merchantops.url, ...own(ready) })
  return { answer: await desk.desk.save(null, form, false), desk }
}

describe('a connection to the sandbox', () => {
  it('is kept when address, key and organization are right', async () => {
    const { answer } = await saved(({ merchantops }) => ({ organization: merchantops.organization }))
    expect(answer.ok).toBe(true)
  })

  it.each([
    ['the other vendor', ({ retailgrid }) => ({ baseUrl: retailgrid.url, key: retailgrid.key })],
    ['a path that is not there', ({ merchantops }) => ({ baseUrl: `${merchantops.url}/foo` })],
  ] satisfies readonly (readonly [string, Parameters<typeof saved>[0]])[])(
    'is not kept when the address leads to %s, though a 404 is what a good one answers',
    async (_name, own) => {
      const { answer, desk } = await saved(own)
      expect(answer).toMatchObject({ ok: false, field: 'baseUrl', canInsist: true })
      expect(answer.ok || answer.message).toMatch(/knows no jobs API at this address/)
      expect(desk.connections()).toEqual([])
    },
  )

  it('blames the organization, not the key, when the key is good without it', async () => {
    const { answer, desk } = await saved(() => ({ organization: 'org_zzz' }))
    expect(answer).toMatchObject({ ok: false, field: 'organization', canInsist: false })
    expect(answer.ok || answer.message).toMatch(/does not belong to this organization\..* The server says: /)
    expect([desk.connections(), desk.keychain.held.size]).toEqual([[], 0])
  })

  it('blames the key when it may not read, with or without an organization', async () => {
    const { answer } = await saved(({ merchantops }) => ({
      organization: merchantops.organization,
      key: merchantops.keys.create,
    }))
    expect(answer).toMatchObject({ ok: false, field: 'key' })
    expect(answer.ok || answer.message).toMatch(/job:read/)
  })
})
