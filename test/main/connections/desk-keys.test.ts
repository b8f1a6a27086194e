import { describe, expect, it } from 'vitest'
import { aDesk } from '../../support/a-desk'
import { aForm, canaryKey } from '../../support/a-form'
import { aWatchedJob } from '../../support/builders'
import { sendJson, serve } from '../../wire/server'

async function connected() {
  const server = await serve((_request, response) => sendJson(response, 404, {}))
  const made = await aDesk()
  await made.desk.save(null, aForm({ baseUrl: server.origin }), false)
  made.ready.length = 0
  return { ...made, server }
}

describe('a key that is forgotten', () => {
  it('is nowhere any more, and the connection says that it has none', async () => {
    const { desk, keychain, journal, only, server } = await connected()
    await desk.forgetKey('c1')
    expect(only()).toMatchObject({ keyState: 'no-key', fault: { fault: { kind: 'no-key', why: 'none' } } })
    expect([keychain.held.size, journal.connections.all()[0]?.keySaved]).toEqual([0, false])
    const before = server.seen.length
    expect(await desk.reader('c1')?.readStatus('x')).toMatchObject({ ok: false, fault: { kind: 'no-key' } })
    expect(server.seen.length).toBe(before)
  })

  it('stays forgotten after a restart, even when a locked keychain would not let go of it', async () => {
    const { desk, keychain, db } = await connected()
    keychain.become('locked')
    expect(await desk.forgetKey('c1')).toBe(
      'Its key is not used any more, but is still in the keychain, which is locked.',
    )
    keychain.become('open')
    const later = await aDesk({ keychain, db })
    expect(later.only().keyState).toBe('no-key')
  })

  it('does not stop a connection that needs none', async () => {
    const { desk, only, server } = await connected()
    await desk.save('c1', aForm({ baseUrl: server.origin, keySending: { kind: 'none' }, key: null }), false)
    await desk.forgetKey('c1')
    expect(only()).toMatchObject({ keyState: 'not-needed', fault: null })
  })

  it('may be asked to be forgotten for a connection that is not there', async () => {
    const { desk, connections } = await connected()
    await desk.forgetKey('nobody')
    expect(connections()).toHaveLength(1)
  })
})

describe('a connection that is removed', () => {
  it('says so when a locked keychain keeps its key', async () => {
    const { desk, keychain, connections } = await connected()
    keychain.become('locked')
    expect(await desk.remove('c1')).toMatch(/still in the keychain, which is locked/)
    expect(connections()).toEqual([])
  })

  it('is gone with its key and its jobs', async () => {
    const { desk, board, keychain, journal, connections, db } = await connected()
    journal.jobs.put(aWatchedJob())
    board.putJobs([aWatchedJob()])
    expect(await desk.remove('c1')).toBeNull()
    expect([connections(), [...board.jobs()], keychain.held.size]).toEqual([[], [], 0])
    expect(desk.reader('c1')).toBeNull()
    const later = await aDesk({ keychain, db })
    expect([later.connections(), journal.jobs.all()]).toEqual([[], []])
  })

  it('takes nothing along that is not its own', async () => {
    const { desk, keychain, board } = await connected()
    keychain.held.set('sentinel', 'not a connection')
    board.putJobs([aWatchedJob({ ref: { connectionId: 'c2', jobId: 'x' } })])
    await desk.remove('sentinel')
    await desk.remove('c1')
    expect([...keychain.held.keys()]).toEqual(['sentinel'])
    expect([...board.jobs()]).toHaveLength(1)
  })
})

describe('after a restart', () => {
  it('connections have their keys again', async () => {
    const { keychain, db, server } = await connected()
    const later = await aDesk({ keychain, db })
    expect(later.only()).toMatchObject({ keyState: 'has-key', fault: null })
    await later.desk.reader('c1')?.readStatus('x')
    expect(server.seen.at(-1)?.headers.authorization).toBe(`Bearer ${canaryKey}`)
  })

  it.each([
    ['locked', 'locked', 'locked'],
    ['absent', 'unavailable', 'no-keychain'],
  ] as const)('with a keychain that is %s they say so, until a retry finds it open', async (state, keyState, why) => {
    const { keychain, db } = await connected()
    keychain.become(state)
    const { desk, only, ready, board } = await aDesk({ keychain, db })
    expect(only().keyState).toBe(keyState)
    expect(await desk.reader('c1')?.readStatus('x')).toEqual({ ok: false, fault: { kind: 'no-key', why } })

    const standing = { fault: { kind: 'no-key', why }, since: '2026-03-02T11:00:00.000Z' } as const
    board.putConnection({ ...only(), fault: standing })
    await desk.retryKeys()
    expect([only().fault, ready]).toEqual([standing, []])

    keychain.become('open')
    await desk.retryKeys()
    expect([only().keyState, only().fault, ready]).toEqual(['has-key', null, ['c1']])
  })

  it('a retry also helps a connection that nobody has looked through yet', async () => {
    const { keychain, db } = await connected()
    keychain.become('locked')
    const { desk, only, ready } = await aDesk({ keychain, db })
    keychain.become('open')
    await desk.retryKeys()
    expect([only().keyState, only().fault, ready]).toEqual(['has-key', null, ['c1']])
  })

  it('a retry leaves a refused key refused', async () => {
    const { desk, board, only, ready } = await connected()
    const fault = { fault: { kind: 'unauthorized', said: null }, since: '2026-03-02T11:00:00.000Z' } as const
    board.putConnection({ ...only(), fault })
    await desk.retryKeys()
    expect([only().fault, ready]).toEqual([fault, []])
  })
})
