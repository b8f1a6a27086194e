import { describe, expect, it } from 'vitest'
import { bad, type Fault } from '../../../src/shared/fault'
import { aPoller, detail, ids, status } from '../../support/a-poller'

describe('the poller leaves a server alone', () => {
  it('sees a job whose detail is too large at every look, and tries the detail ever more rarely', async () => {
    const tooLarge: Fault = { kind: 'too-large', limitBytes: 8 * 1_048_576 }
    let processed = 0
    const { clock, jobs, looks, poller, watch } = aPoller((_id, depth) => {
      processed += 1
      return depth === 'status' ? status({ processed, failed: processed }) : bad(tooLarge)
    })
    watch('a')
    poller.start()
    await clock.pass(3_600_000)
    const deep = looks.filter(look => look.depth === 'detail').map(look => look.at / 5_000)
    expect(deep).toEqual([0, 17, 50, 115, 244, 501])
    expect(looks.filter(look => look.depth === 'status')).toHaveLength(721)
    expect(jobs.get('c1/a')).toMatchObject({ fault: null, job: { phase: 'running' } })
  })

  it('fault 7, E22: asks nothing of a server for as long as it wants to be left alone, whichever job it said so about', async () => {
    let first = true
    const { clock, looks, poller, watch } = aPoller(
      jobId => {
        if (jobId !== 'job-3' || !first) return detail()
        first = false
        return bad({ kind: 'rate-limited', retryAfterMs: 90_000 })
      },
      { random: () => 0 },
    )
    watch(...ids(20))
    poller.start()
    await clock.pass(89_999)
    const before = looks.length
    expect(before).toBeLessThanOrEqual(20)
    await clock.pass(1)
    expect(looks.length).toBeGreaterThan(before)
    await clock.pass(10_000)
    expect(new Set(looks.map(look => look.jobId)).size).toBe(20)
  })
})
