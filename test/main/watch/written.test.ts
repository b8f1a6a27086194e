import { describe, expect, it } from 'vitest'
import { aPoller, detail } from '../../support/a-poller'

const ref = { connectionId: 'c1', jobId: 'a' }

describe('a look that began before a write was answered', () => {
  it('is dropped, since it brings what was before (fault 23)', async () => {
    const waiting: (() => void)[] = []
    const { clock, jobs, poller, watch } = aPoller(
      () => new Promise(resolve => waiting.push(() => resolve(detail({ processed: 1 })))),
    )
    watch('a')
    poller.start()
    await clock.pass(0)
    poller.written(ref)
    waiting.shift()?.()
    await clock.pass(0)
    expect(jobs.get('c1/a')?.job).toBeNull()
    await clock.pass(0)
    waiting.shift()?.()
    await clock.pass(0)
    expect(jobs.get('c1/a')?.job?.processed).toBe(1)
  })

  it('is followed by the next look in its usual time, not at once', async () => {
    const { clock, looks, poller, watch } = aPoller(() => detail())
    watch('a')
    poller.start()
    await clock.pass(3_000)
    poller.written(ref)
    await clock.pass(4_999)
    expect(looks).toHaveLength(1)
    await clock.pass(1)
    expect(looks.length).toBeGreaterThan(1)
  })

  it('of a job that is not watched is no reason to watch it', async () => {
    const { clock, looks, poller } = aPoller(() => detail())
    poller.start()
    poller.written(ref)
    await clock.pass(60_000)
    expect(looks).toEqual([])
  })
})
