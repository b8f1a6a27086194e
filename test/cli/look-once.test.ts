import { describe, expect, it } from 'vitest'
import type { Ask } from '../../src/cli/ask'
import { show } from '../../src/cli/show'
import { wait } from '../../src/cli/wait'
import { watch } from '../../src/cli/watch'
import type { Fault } from '../../src/shared/fault'
import type { WatchedJob } from '../../src/shared/snapshot'
import { anEngine, type Reply, wireJob } from '../support/an-engine'
import { anEndedJob, anUnseenJob, aWatchedJob } from '../support/builders'

const id = 'enrichment-5f2c81d0'
const down: Fault = { kind: 'server', status: 503, retryAfterMs: null }
const minute = 60_000
const running: Reply = { json: wireJob(id) }
const failed: Reply = { json: wireJob(id, { status: 'failed', failed_items: 60 }) }
const completed: Reply = { json: wireJob(id, { status: 'completed', processed_items: 100 }) }

const seenAt = '2026-03-02T11:58:00.000Z'
const over = aWatchedJob({ seenAt, triedAt: seenAt, job: anEndedJob({ outcome: 'failed', status: 'failed' }) })

/** The app knows that the job failed; the server says what it says by now, which may be nothing at all (null). */
async function aJobSeenToFail(later: readonly (Reply | null)[], known = over) {
  const replies = [...later]
  const app = await anEngine({
    jobs: [known],
    reply: () => (replies.length > 1 ? replies.shift() : replies[0]) ?? new Promise<Reply>(() => undefined),
  })
  const ask: Ask = (name, ...args) => app.handlers[name](...args)
  const printed: string[] = []
  const time = { now: app.clock.monotonic, pause: (ms: number) => app.clock.pass(ms) }
  return { ...app, ask, printed, time, out: (text: string) => void printed.push(text) }
}

describe('before it is said how a job ended that had ended when it was last seen', () => {
  const options = { asJson: false, family: false, timeoutMs: 10 * minute, progress: null }

  it('wait looks at the server, and goes on waiting when the job runs again', async () => {
    const { ask, out, printed, time } = await aJobSeenToFail([running, running, completed])
    expect(await wait(ask, out, 'Outfitters', id, { ...options, ...time })).toBe(0)
    expect(printed).toEqual(['Enrichment finished: 100 of 100 items'])
  })

  it('wait says how it ended as soon as one look has shown that it has', async () => {
    const { ask, out, printed, time } = await aJobSeenToFail([failed])
    expect(await wait(ask, out, 'Outfitters', id, { ...options, ...time })).toBe(4)
    expect(printed).toEqual(['Enrichment failed: 40 of 100 items, 60 failed'])
  })

  it.each<[string, Reply | null, RegExp]>([
    [
      'answers nothing',
      null,
      / · Last seen at 2026-03-02T11:58:00\.000Z; it could not be looked at now: The server has/,
    ],
    [
      'is down',
      down,
      / · Last seen at 2026-03-02T11:58:00\.000Z; it could not be looked at now: The server has trouble/,
    ],
  ])('of a server that %s wait says in five seconds what was last seen, and when', async (_name, reply, line) => {
    const { ask, out, printed, time } = await aJobSeenToFail([reply])
    expect(await wait(ask, out, 'Outfitters', id, { ...options, ...time })).toBe(4)
    expect(printed[0]).toMatch(line)
    expect(time.now()).toBeLessThan(6_000)
    await wait(ask, out, 'Outfitters', id, { ...options, ...time, asJson: true })
    expect(JSON.parse(printed[1] ?? '')).toMatchObject({ seenAt: over.seenAt, unconfirmed: expect.any(String) })
  })

  it('wait looks no longer than it may wait', async () => {
    const { ask, out, time } = await aJobSeenToFail([null])
    await wait(ask, out, 'Outfitters', id, { ...options, ...time, timeoutMs: 1_000 })
    expect(time.now()).toBeLessThan(2_000)
  })

  it('show looks at the server', async () => {
    const { ask, out, printed, time } = await aJobSeenToFail([running])
    await show(ask, out, 'Outfitters', id, { asJson: true, ...time })
    expect(JSON.parse(printed[0] ?? '')).toMatchObject({ phase: 'running', outcome: null, unconfirmed: null })
  })

  it('show says when it was last seen where the server does not answer', async () => {
    const { ask, out, printed, time } = await aJobSeenToFail([null])
    await show(ask, out, 'Outfitters', id, { asJson: false, ...time })
    expect(printed[1]).toMatch(/^seen {5}Last seen at 2026-03-02T11:58:00\.000Z; it could not/)
  })

  it('watch looks at the server', async () => {
    const { ask, out, printed, time } = await aJobSeenToFail([running])
    await watch(ask, out, 'Outfitters', [id], { asJson: false, progress: null, ...time })
    expect(printed).toEqual([`Already watching ${id}: Enrichment · 40 %`])
  })

  it('watch says when it was last seen where the server does not answer', async () => {
    const { ask, out, printed, time } = await aJobSeenToFail([null])
    await watch(ask, out, 'Outfitters', [id], { asJson: false, progress: null, ...time })
    expect(printed[0]).toMatch(/failed.* · Last seen at 2026-03-02T11:58:00\.000Z/)
  })
})

describe('before it is said that a job cannot be found which could not when it was last asked for', () => {
  const notFound: Fault = { kind: 'not-found', said: null }
  const fault = { fault: notFound, since: seenAt }
  const went = aWatchedJob({ seenAt, triedAt: seenAt, fault, gone: true })
  const notMadeYet = anUnseenJob({ triedAt: seenAt, fault })
  const forbidden = aWatchedJob({
    seenAt,
    triedAt: seenAt,
    fault: { ...fault, fault: { kind: 'forbidden', permission: null, said: null } },
  })
  const kinds: [string, WatchedJob][] = [
    ['is gone', went],
    ['was never there', notMadeYet],
    ['might not be read', forbidden],
  ]
  const options = { asJson: false, family: false, timeoutMs: 10 * minute, progress: null }

  it.each(kinds)('one that %s is looked at by wait, and waited for when it is there by now', async (_name, known) => {
    const { ask, out, printed, time } = await aJobSeenToFail([running, running, completed], known)
    expect(await wait(ask, out, 'Outfitters', id, { ...options, ...time })).toBe(0)
    expect(printed).toEqual(['Enrichment finished: 100 of 100 items'])
  })

  it.each(kinds)('one that %s is looked at by watch and by show', async (_name, known) => {
    const watched = await aJobSeenToFail([running], known)
    await watch(watched.ask, watched.out, 'Outfitters', [id], { asJson: false, progress: null, ...watched.time })
    expect(watched.printed).toEqual([`Already watching ${id}: Enrichment · 40 %`])
    const shown = await aJobSeenToFail([running], known)
    await show(shown.ask, shown.out, 'Outfitters', id, { asJson: true, ...shown.time })
    expect(JSON.parse(shown.printed[0] ?? '')).toMatchObject({ phase: 'running', gone: false, fault: null })
  })

  it.each(kinds.slice(0, 2))(
    'one that %s and is not there now either is given up after one look',
    async (_name, known) => {
      const { ask, out, time, requests } = await aJobSeenToFail([notFound], known)
      const waiting = wait(ask, out, 'Outfitters', id, { ...options, ...time })
      await expect(waiting).rejects.toMatchObject({ exitCode: 1, message: expect.stringMatching(/^Not found/) })
      expect(requests).toHaveLength(1)
      expect(time.now()).toBeLessThan(1_000)
    },
  )
})
