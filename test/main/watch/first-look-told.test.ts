import { describe, expect, it } from 'vitest'
import type { HttpRequest } from '../../../src/main/apis/jobs-api'
import type { Fault } from '../../../src/shared/fault'
import { refOf } from '../../support/a-family'
import { anEngine, type Reply, wireJob } from '../../support/an-engine'
import { anUnseenJob } from '../../support/builders'

const noon = Date.parse('2026-03-02T12:00:00.000Z')
const minute = 60_000
const down: Fault = { kind: 'server', status: 503, retryAfterMs: null }

/** A server that is down for ten minutes from noon on, when the job a is put on the list; its clock may be wrong. */
async function aServerThatIsDown(world: Record<string, object>, aheadMs = 0) {
  let isUp = false
  let now = () => noon
  const app = await anEngine({
    jobs: [anUnseenJob({ ref: refOf('a') })],
    reply: (request: HttpRequest): Reply => {
      request.onAnswer?.({ status: isUp ? 200 : 503, serverTime: now() + aheadMs })
      const id = new URL(request.url).pathname.split('/')[3] ?? ''
      return isUp ? { json: wireJob(id, world[id]) } : down
    },
  })
  now = () => app.clock.wall().getTime()
  await app.clock.pass(10 * minute)
  isUp = true
  await app.clock.pass(30 * minute)
  return app.announced.filter(({ kind }) => kind === 'ended').map(({ title }) => title)
}

const failedAt = (ms: number, own: object = {}) => ({
  status: 'failed',
  failed_items: 60,
  completed_at: new Date(noon + ms).toISOString(),
  ...own,
})

describe('a job that ends before its first good look', () => {
  it('is told when it failed after it was added', async () => {
    expect(await aServerThatIsDown({ a: failedAt(minute) })).toEqual(['Enrichment failed'])
  })

  it('is not told when it had failed before', async () => {
    expect(await aServerThatIsDown({ a: failedAt(-minute) })).toEqual([])
  })

  it('is timed by the server’s clock, which its answers tell', async () => {
    const hour = 60 * minute
    expect(await aServerThatIsDown({ a: failedAt(hour - minute) }, hour)).toEqual([])
    expect(await aServerThatIsDown({ a: failedAt(minute - hour) }, -hour)).toEqual(['Enrichment failed'])
  })

  it('is told as well when only another one leads to it that nobody could see in that time', async () => {
    const names = { metadata: { import_job_id: 'b' } }
    expect(await aServerThatIsDown({ a: names, b: failedAt(minute) })).toEqual(['Enrichment failed'])
    expect(await aServerThatIsDown({ a: names, b: failedAt(-minute) })).toEqual([])
  })
})
