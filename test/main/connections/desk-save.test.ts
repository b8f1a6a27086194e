import { describe, expect, it } from 'vitest'
import { impossibleJobId } from '../../../src/main/apis/prove-key'
import { type ADesk, aDesk } from '../../support/a-desk'
import { aForm, canaryKey } from '../../support/a-form'
import { keychainTwin } from '../../support/keychain-twin'
import { sendJson, serve } from '../../wire/server'

const answering = (status: number, body: unknown = { detail: 'Job not found' }, headers: object = {}) =>
  serve((_request, response) => sendJson(response, status, body, headers))

/** Nothing of a refused form is anywhere. */
function expectNothingKept({ keychain, connections, journal, written, ready }: ADesk) {
  expect([keychain.held.size, connections().length, journal.connections.all().length, ready.length]).toEqual([
    0, 0, 0, 0,
  ])
  expect(written()).not.toContain(canaryKey)
}

describe('a new connection', () => {
  it('is kept when the server says that there is no such job', async () => {
    const server = await answering(404)
    const { desk, keychain, journal, only, ready, written } = await aDesk()
    const answer = await desk.save(null, aForm({ baseUrl: server.origin, organization: 'org_1' }), false)
    expect(answer).toEqual({ ok: true, connection: only() })
    expect(only()).toMatchObject({ id: 'c1', keyState: 'has-key', fault: null, organization: 'org_1' })
    expect(keychain.held.get('c1')).toBe(canaryKey)
    expect(journal.connections.all()).toMatchObject([{ connection: { id: 'c1' }, keySaved: true }])
    expect(ready).toEqual(['c1'])
    expect(JSON.stringify([answer, only()]) + written()).not.toContain(canaryKey)
  })

  it('is proved by one read of a job that cannot exist, with the key as it will be sent', async () => {
    const server = await answering(404)
    const { desk } = await aDesk()
    await desk.save(null, aForm({ baseUrl: `${server.origin}/corp/`, organization: 'org_1' }), false)
    const [request, ...more] = server.seen
    expect(more).toEqual([])
    expect(request).toMatchObject({
      method: 'GET',
      path: `/corp/api/jobs/${impossibleJobId}/status`,
      headers: { authorization: `Bearer ${canaryKey}`, 'x-organization-id': 'org_1' },
    })
  })

  it('of Retailgrid is proved by its own read, with the header a person chose', async () => {
    const server = await answering(404)
    const { desk } = await aDesk()
    const keySending = { kind: 'header', name: 'X-API-Key', prefix: '' } as const
    await desk.save(null, aForm({ vendor: 'retailgrid', baseUrl: server.origin, keySending }), false)
    expect(server.seen[0]).toMatchObject({ path: `/v1/jobs/${impossibleJobId}`, headers: { 'x-api-key': canaryKey } })
    expect(server.seen[0]?.headers).not.toHaveProperty('authorization')
  })

  it.each([[401, /The key was refused\..* The server says: Invalid API key$/]])(
    'is refused with the reason at %d, and nothing is kept, however much a person insists',
    async (status, message) => {
      const server = await answering(status, { detail: 'Invalid API key' })
      const made = await aDesk()
      for (const insist of [false, true]) {
        expect(await made.desk.save(null, aForm({ baseUrl: server.origin }), insist)).toEqual({
          ok: false,
          field: 'key',
          message: expect.stringMatching(message),
          canInsist: false,
        })
      }
      expectNothingKept(made)
    },
  )

  it('does not show the key when the server repeats it', async () => {
    const server = await serve((request, response) =>
      sendJson(response, 401, { detail: request.headers.authorization }),
    )
    const { desk } = await aDesk()
    expect(JSON.stringify(await desk.save(null, aForm({ baseUrl: server.origin }), false))).not.toContain(canaryKey)
  })

  it.each([
    ['has trouble', 503, 'oops', {}, /has trouble \(503\)\. The key could not be tried/],
    ['asks to wait', 429, {}, { 'retry-after': '60' }, /too many requests\. The key could not be tried/i],
    ['is a sign-in page', 200, '<html>', { 'content-type': 'text/html' }, /not the jobs API/],
    ['has moved', 302, '', { location: 'https://other.example.com/' }, /redirect to https:\/\/other\.example\.com/],
    ['refuses such an id', 422, { detail: 'bad id' }, {}, /refused the request: bad id/],
  ])('is not kept unproved, unless a person insists: the server %s', async (_what, status, body, headers, message) => {
    const server = await answering(status, body, headers)
    const made = await aDesk()
    const form = aForm({ baseUrl: server.origin })
    expect(await made.desk.save(null, form, false)).toEqual({
      ok: false,
      field: 'baseUrl',
      message: expect.stringMatching(message),
      canInsist: true,
    })
    expectNothingKept(made)
    expect(await made.desk.save(null, form, true)).toMatchObject({ ok: true, connection: { keyState: 'has-key' } })
    expect(made.keychain.held.get(made.only().id)).toBe(canaryKey)
  })

  it('says what is wrong with the network, and keeps nothing unless a person insists', async () => {
    const server = await answering(404)
    await server.close()
    const made = await aDesk()
    const form = aForm({ baseUrl: server.origin })
    expect(await made.desk.save(null, form, false)).toMatchObject({
      field: 'baseUrl',
      message: expect.stringMatching(/does not accept connections.*ECONNREFUSED/),
      canInsist: true,
    })
    expectNothingKept(made)
    expect(await made.desk.save(null, form, true)).toMatchObject({ ok: true })
  })

  it('sends its key nowhere else when the server sends it on', async () => {
    const other = await answering(404)
    const server = await answering(307, '', { location: `${other.origin}/api/jobs/x` })
    const { desk } = await aDesk()
    await desk.save(null, aForm({ baseUrl: server.origin }), true)
    expect(other.seen).toEqual([])
  })

  it('without the key it needs asks for one, and is kept without if a person insists', async () => {
    const server = await answering(404)
    const { desk, only, keychain } = await aDesk()
    const form = aForm({ baseUrl: server.origin, key: null })
    expect(await desk.save(null, form, false)).toMatchObject({ ok: false, field: 'key', canInsist: true })
    expect(await desk.save(null, form, true)).toMatchObject({ ok: true, connection: { keyState: 'no-key' } })
    expect([server.seen.length, keychain.held.size, only().keyState]).toEqual([0, 0, 'no-key'])
  })

  it('that needs no key asks the keychain nothing', async () => {
    const server = await answering(404)
    const { desk, keychain } = await aDesk({ keychain: keychainTwin('absent') })
    const form = aForm({ baseUrl: server.origin, keySending: { kind: 'none' }, key: null })
    expect(await desk.save(null, form, false)).toMatchObject({ ok: true, connection: { keyState: 'not-needed' } })
    expect(keychain.reads).toEqual([])
    expect(server.seen[0]?.headers).not.toHaveProperty('authorization')
  })

  it('that sends no key to a server that wants one is told so', async () => {
    const server = await answering(401)
    const { desk } = await aDesk()
    const form = aForm({ baseUrl: server.origin, keySending: { kind: 'none' }, key: null })
    expect(await desk.save(null, form, true)).toMatchObject({
      ok: false,
      field: 'keySending',
      message: expect.stringMatching(/asks for a key/),
    })
  })

  it('finds no key that an earlier demo left in the keychain under the same id', async () => {
    const server = await answering(404)
    const keychain = keychainTwin()
    keychain.held.set('c1', 'another-servers-key')
    const { desk } = await aDesk({ keychain })
    await desk.save(null, aForm({ baseUrl: server.origin, key: null }), true)
    await desk.reader('c1')?.readStatus('x')
    expect(server.seen).toEqual([])
  })
})
