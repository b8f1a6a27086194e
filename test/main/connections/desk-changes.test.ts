import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { ConnectionForm } from '../../../src/shared/ipc'
import { aDesk } from '../../support/a-desk'
import { aForm, canaryKey } from '../../support/a-form'
import { sendJson, serve } from '../../wire/server'

const otherKey = 'sk-other-11aa22bb'

/** A server that knows no job and lets the keys in that it has on its list. */
const aServer = (keys: Set<string> = new Set([canaryKey, otherKey])) =>
  serve((request, response) =>
    sendJson(response, keys.has(request.headers.authorization?.slice(7) ?? '') ? 404 : 401, { detail: 'x' }),
  )

/** A desk with one connection that has its key. */
async function connected(keys?: Set<string>) {
  const server = await aServer(keys)
  const made = await aDesk()
  await made.desk.save(null, aForm({ baseUrl: server.origin }), false)
  made.ready.length = 0
  const form = (own: Partial<ConnectionForm>) => aForm({ baseUrl: server.origin, key: null, ...own })
  return { ...made, server, form }
}

const unauthorized = { fault: { kind: 'unauthorized', said: null }, since: '2026-03-02T11:00:00.000Z' } as const

describe('a connection that is renamed', () => {
  it('keeps its key, its fault and its place, and asks the server nothing', async () => {
    const { desk, form, server, only, keychain, ready, journal } = await connected()
    const before = server.seen.length
    expect(await desk.save('c1', form({ name: 'Production' }), false)).toMatchObject({ ok: true })
    expect(only()).toMatchObject({ id: 'c1', name: 'Production', keyState: 'has-key' })
    expect([server.seen.length, keychain.held.get('c1'), ready]).toEqual([before, canaryKey, []])
    expect(journal.connections.all()).toMatchObject([{ connection: { name: 'Production' }, keySaved: true }])
  })

  it('keeps a refused key refused', async () => {
    const keys = new Set([canaryKey])
    const { desk, form, board, only, ready } = await connected(keys)
    keys.clear()
    board.putConnection({ ...only(), fault: unauthorized })
    expect(await desk.save('c1', form({ name: 'Production' }), false)).toMatchObject({ ok: true })
    expect(only()).toMatchObject({ name: 'Production', fault: unauthorized })
    expect(ready).toEqual([])
  })

  it('is watched again when the server takes the same key by now', async () => {
    const { desk, form, board, only, ready } = await connected()
    board.putConnection({ ...only(), fault: unauthorized })
    await desk.save('c1', form({}), false)
    expect([only().fault, ready]).toEqual([null, ['c1']])
  })
})

describe('a new key', () => {
  it('takes the place of the old one, and ends the fault of the connection', async () => {
    const { desk, form, board, only, ready, keychain, server } = await connected()
    board.putConnection({ ...only(), fault: unauthorized })
    await desk.save('c1', form({ key: otherKey }), false)
    expect(only()).toMatchObject({ keyState: 'has-key', fault: null })
    expect([ready, keychain.held.get('c1')]).toEqual([['c1'], otherKey])
    await desk.reader('c1')?.readStatus('x')
    expect(server.seen.at(-1)?.headers.authorization).toBe(`Bearer ${otherKey}`)
  })

  it('that is refused leaves the old one and the fault as they were', async () => {
    const { desk, form, board, only, ready, keychain } = await connected()
    board.putConnection({ ...only(), fault: unauthorized })
    expect(await desk.save('c1', form({ key: 'sk-wrong' }), true)).toMatchObject({ ok: false, field: 'key' })
    expect([only().fault, ready, keychain.held.get('c1')]).toEqual([unauthorized, [], canaryKey])
  })
})

describe('a change of address', () => {
  it('sends the stored key to no other server', async () => {
    const { desk, form, only, keychain } = await connected()
    const other = await aServer()
    for (const insist of [false, true]) {
      expect(await desk.save('c1', form({ baseUrl: other.origin }), insist)).toEqual({
        ok: false,
        field: 'key',
        message: 'The address names another server. Enter the key for it.',
        canInsist: false,
      })
    }
    expect([other.seen.length, keychain.held.get('c1')]).toEqual([0, canaryKey])
    expect(only().baseUrl).not.toBe(other.origin)
  })

  it('sends it there neither by way of needing no key for a moment', async () => {
    const { desk, form, only, keychain } = await connected()
    const other = await serve((_request, response) => sendJson(response, 404, {}))
    await desk.save('c1', form({ baseUrl: other.origin, keySending: { kind: 'none' } }), true)
    expect([only().keyState, keychain.held.size]).toEqual(['not-needed', 0])
    await desk.save('c1', form({ baseUrl: other.origin }), true)
    await desk.reader('c1')?.readStatus('x')
    expect(other.seen.some(request => request.headers.authorization !== undefined)).toBe(false)
    expect(only().keyState).toBe('no-key')
  })

  it('is made with a key for the new server, which alone gets it', async () => {
    const { desk, form, only, server, keychain } = await connected()
    const other = await aServer()
    const before = server.seen.length
    expect(await desk.save('c1', form({ baseUrl: other.origin, key: otherKey }), false)).toMatchObject({ ok: true })
    await desk.reader('c1')?.readStatus('x')
    expect([only().baseUrl, keychain.held.get('c1')]).toEqual([other.origin, otherKey])
    expect([server.seen.length, other.seen.length]).toEqual([before, 2])
  })

  it('within one server keeps the key and is proved with it', async () => {
    const { desk, form, only, server, ready } = await connected()
    expect(await desk.save('c1', form({ baseUrl: `${server.origin}/corp` }), false)).toMatchObject({ ok: true })
    expect(server.seen.at(-1)?.path).toMatch(/^\/corp\/api\/jobs\//)
    expect([only().keyState, ready]).toEqual(['has-key', ['c1']])
  })

  it('to another server leaves no old key to be found after a session with a new one', async () => {
    const { desk, form, keychain, db } = await connected()
    const other = await aServer()
    keychain.become('locked')
    await desk.save('c1', form({ baseUrl: other.origin, key: otherKey }), true)
    keychain.become('open')
    const later = await aDesk({ keychain, db })
    await later.desk.reader('c1')?.readStatus('x')
    expect(later.only()).toMatchObject({ baseUrl: other.origin, keyState: 'no-key' })
    expect(other.seen.some(request => request.headers.authorization?.includes(canaryKey))).toBe(false)
  })
})

describe('two acts at once', () => {
  it('make one connection of one name', async () => {
    const { desk, form, connections, keychain } = await connected()
    const twin = form({ name: 'Twin', key: canaryKey })
    const answers = await Promise.all([desk.save(null, twin, false), desk.save(null, twin, false)])
    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    expect(answers.find(answer => !answer.ok)).toMatchObject({ field: 'name' })
    expect([connections().length, keychain.held.size]).toEqual([2, 2])
  })

  it('do not bring a connection back that was removed while it was being proved', async () => {
    const waiting: ServerResponse[] = []
    const slow = await serve((_request, response) => void waiting.push(response))
    const { desk, form, connections, keychain, journal } = await connected()
    const saving = desk.save('c1', form({ baseUrl: slow.origin, key: otherKey }), true)
    await expect.poll(() => waiting.length).toBe(1)
    await desk.remove('c1')
    for (const response of waiting) sendJson(response, 404, {})
    expect(await saving).toMatchObject({ ok: false, field: null, message: expect.stringMatching(/not there any more/) })
    expect([connections(), keychain.held.size, journal.connections.all()]).toEqual([[], 0, []])
  })

  it('do not give an address back its place after the key of another server came in', async () => {
    const keys = new Set([canaryKey])
    const waiting: ServerResponse[] = []
    const { desk, form, only, server } = await connected(keys)
    const slow = await serve((_request, response) => void waiting.push(response))
    const first = desk.save('c1', form({ baseUrl: slow.origin, key: otherKey }), false)
    await expect.poll(() => waiting.length).toBe(1)
    await desk.save('c1', form({ organization: 'org_2' }), false)
    for (const response of waiting) sendJson(response, 404, {})
    expect(await first).toMatchObject({ ok: false, message: expect.stringMatching(/changed meanwhile/) })
    expect(only()).toMatchObject({ baseUrl: server.origin, organization: 'org_2' })
  })
})
