import { describe, expect, it } from 'vitest'
import { connect, giveKey, keyOf } from '../../src/cli/connect'
import { bearer } from '../../src/shared/connection'
import { aCommandLine, refusal } from '../support/a-command-line'
import { aConnection } from '../support/builders'

const options = {
  name: 'Outfitters',
  vendor: 'merchantops',
  url: 'https://api.example.com',
  organization: '',
  key: 'sk-1',
  insist: false,
  asJson: false,
}
const saved = { 'connections:save': async () => ({ ok: true, connection: aConnection() }) as const }
const refused = (message: string, canInsist = false, field: 'key' | 'keySending' = 'key') => ({
  'connections:save': async () => ({ ok: false, field, message, canInsist }) as const,
})

it('a key on standard input that is none says that standard input is empty', () => {
  expect(() => keyOf(' \n')).toThrow(refusal('Standard input is empty: --key-stdin reads the key from there.', 2))
  expect(keyOf('sk-1\n')).toBe('sk-1')
})

describe('connect', () => {
  it('sends the form that the window would send, and says that it is done', async () => {
    const { ask, out, printed, asked } = await aCommandLine(saved)
    await connect(ask, out, { ...options, organization: 'org_1', insist: true })
    const form = {
      name: 'Outfitters',
      vendor: 'merchantops',
      baseUrl: 'https://api.example.com',
      organization: 'org_1',
      keySending: bearer,
      key: 'sk-1',
    }
    expect(asked).toEqual([['connections:save', [null, form, true]]])
    expect(printed).toEqual(['Connected Outfitters.'])
  })

  it('says when the keychain did not take the key', async () => {
    const connection = aConnection({ keyState: 'session-only' })
    const { ask, out, printed } = await aCommandLine({ 'connections:save': async () => ({ ok: true, connection }) })
    await connect(ask, out, options)
    expect(printed).toEqual([
      'Connected Outfitters. The key is kept until the app quits: the keychain did not take it.',
    ])
  })

  it('does not call connected what nothing has proved', async () => {
    const connection = aConnection({ unproved: true })
    const answer = { 'connections:save': async () => ({ ok: true, connection }) as const }
    const { ask, out, printed } = await aCommandLine(answer, [], [connection])
    await connect(ask, out, { ...options, insist: true })
    await giveKey(ask, out, 'Outfitters', { key: 'sk-2', insist: true, asJson: false })
    expect(printed).toEqual([
      'Kept Outfitters. It is not tried yet: nothing has proved its key.',
      'Outfitters has its new key. It is not tried yet: nothing has proved its key.',
    ])
  })

  it('tells a script what it has made, without the key', async () => {
    const { ask, out, printed } = await aCommandLine(saved)
    await connect(ask, out, { ...options, asJson: true })
    expect(JSON.parse(printed.join(''))).toMatchObject({ name: 'Outfitters', keyState: 'has-key' })
    expect(printed.join('')).not.toContain('sk-1')
  })

  it('without a key makes a connection that needs none', async () => {
    const { ask, out, asked } = await aCommandLine(saved)
    await connect(ask, out, { ...options, key: null })
    expect(asked[0]?.[1][1]).toMatchObject({ keySending: { kind: 'none' }, key: null })
  })

  it.each([
    [false, 'The key was refused.', 'The key was refused.'],
    [true, 'No such host.', 'No such host. Keep it all the same with --no-proof.'],
  ])('that is refused says why, and what can be done: %s', async (canInsist, message, line) => {
    const { ask, out } = await aCommandLine(refused(message, canInsist))
    await expect(connect(ask, out, options)).rejects.toEqual(refusal(line))
  })

  it('without the key that the server asks for names the option that takes it', async () => {
    const { ask, out } = await aCommandLine(
      refused('The server asks for a key. Choose how it is sent, and enter one.', false, 'keySending'),
    )
    await expect(connect(ask, out, { ...options, key: null })).rejects.toEqual(
      refusal('The server asks for a key. --key-stdin reads it from standard input.'),
    )
  })

  it.each([
    ['of a vendor that does not exist', { vendor: 'shopify' }, '--vendor takes merchantops or retailgrid.'],
    [
      'with an organization that Retailgrid would not take',
      { vendor: 'retailgrid', organization: 'org-1' },
      'Retailgrid takes no organization. Leave --org out.',
    ],
  ])('%s is wrong usage, and nothing is asked', async (_name, own, line) => {
    const { ask, out, asked } = await aCommandLine()
    await expect(connect(ask, out, { ...options, ...own })).rejects.toEqual(refusal(line, 2))
    expect(asked).toEqual([])
  })
})

describe('key', () => {
  const given = { key: 'sk-2', insist: false, asJson: false }

  it('sends the new key with all else as it is, to be proved like the first', async () => {
    const { ask, out, printed, asked } = await aCommandLine(saved)
    await giveKey(ask, out, 'outfitters', given)
    const { id, name, vendor, baseUrl, keySending } = aConnection()
    const form = { name, vendor, baseUrl, organization: '', keySending, key: 'sk-2' }
    expect(asked[1]).toEqual(['connections:save', [id, form, false]])
    expect(printed).toEqual(['Outfitters has its new key.'])
  })

  it('that the server refuses stays out, and says why', async () => {
    const { ask, out, printed } = await aCommandLine(refused('The key was refused.'))
    await expect(giveKey(ask, out, 'Outfitters', given)).rejects.toEqual(refusal('The key was refused.'))
    expect(printed).toEqual([])
  })

  it('for a connection that needed none is sent as connect would', async () => {
    const open = aConnection({ keySending: { kind: 'none' }, keyState: 'not-needed' })
    const { ask, out, asked } = await aCommandLine(saved, [], [open])
    await giveKey(ask, out, 'Outfitters', given)
    expect(asked[1]?.[1][1]).toMatchObject({ keySending: bearer })
  })

  it('--retry has the keychain asked again, and says when it still does not give the key', async () => {
    const there = await aCommandLine({ 'keychain:retry': async () => undefined })
    await giveKey(there.ask, there.out, 'Outfitters', { ...given, key: null })
    expect(there.printed).toEqual(['Outfitters has its key.'])
    const locked = await aCommandLine(
      { 'keychain:retry': async () => undefined },
      [],
      [aConnection({ keyState: 'locked' })],
    )
    await expect(giveKey(locked.ask, locked.out, 'Outfitters', { ...given, key: null })).rejects.toMatchObject({
      message: expect.stringMatching(
        /^Outfitters: The keychain is locked, .* jobtray key Outfitters --key-stdin gives it another\.$/,
      ),
      exitCode: 1,
    })
  })
})
