import { describe, expect, it } from 'vitest'
import { anEngine, notFound, type Reply, wireJob } from '../../support/an-engine'

const minute = 60_000
const down: Reply = { kind: 'server', status: 503, retryAfterMs: null }
const id = 'enrichment-a'
const ref = { connectionId: 'c1', jobId: id }
const failed = (completedAt: string | null, own: object = {}): Reply => ({
  json: wireJob(id, { status: 'failed', failed_items: 60, completed_at: completedAt, ...own }),
})
const running: Reply = { json: wireJob(id) }

/** The job fails while it is on the list, and is taken off it. */
async function aJobThatFailed(end: string | null, own: object = {}) {
  let reply = running
  const app = await anEngine({ reply: () => reply })
  const serverSays = async (said: Reply) => {
    reply = said
    await app.clock.pass(5 * minute)
  }
  await app.ask('jobs:watch', 'c1', id)
  await app.clock.pass(minute)
  await serverSays(failed(end, own))
  await app.ask('jobs:forget', [ref])
  const endings = () => app.announced.filter(({ kind }) => kind === 'ended').length
  expect(endings()).toBe(1)
  return { ...app, serverSays, endings, watch: () => app.ask('jobs:watch', 'c1', id) }
}

const at = (minutes: number) => new Date(Date.parse('2026-03-02T12:00:00.000Z') + minutes * minute).toISOString()

describe('a job that comes back onto the list', () => {
  it('runs again there, and its second ending is told although it ends with the same word (fault 22)', async () => {
    const app = await aJobThatFailed(at(1))
    await app.serverSays(running)
    await app.watch()
    await app.clock.pass(minute)
    await app.serverSays(failed(at(14)))
    expect(app.endings()).toBe(2)
  })

  it('is told of when it ran again and ended again before the first look', async () => {
    const app = await aJobThatFailed(at(1))
    await app.serverSays(down)
    await app.watch()
    await app.serverSays(down)
    await app.serverSays(failed(at(13)))
    expect(app.endings()).toBe(2)
  })

  it('is not told of once more when it has ended still, whether the server tells times or not', async () => {
    for (const end of [at(1), null]) {
      const app = await aJobThatFailed(end)
      // For so long that an ending without a time would be told: nobody could have seen it.
      await app.serverSays(down)
      await app.watch()
      await app.serverSays(down)
      await app.serverSays(failed(end))
      expect([end, app.board.job(ref)?.job?.phase, app.endings()]).toEqual([end, 'ended', 1])
    }
  })

  it('is remembered as it was although it was put on the list and taken off again unseen', async () => {
    const app = await aJobThatFailed(null)
    await app.serverSays(notFound)
    await app.watch()
    await app.ask('jobs:forget', [ref])
    await app.watch()
    await app.serverSays(down)
    await app.serverSays(failed(null))
    expect(app.endings()).toBe(1)
  })

  it('begins above what the ledger holds although its row was swept', async () => {
    const app = await aJobThatFailed(at(1))
    app.journal.retention.removeJob(ref)
    await app.serverSays(running)
    await app.watch()
    await app.clock.pass(minute)
    await app.serverSays(failed(at(14)))
    expect(app.endings()).toBe(2)
  })

  it('and stands in its old run when that has ended still and its row was swept', async () => {
    const app = await aJobThatFailed(at(1))
    app.journal.retention.removeJob(ref)
    await app.watch()
    await app.clock.pass(minute)
    expect([app.board.job(ref)?.job?.epoch, app.endings()]).toEqual([0, 1])
  })
})
