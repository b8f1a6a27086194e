import { describe, expect, it } from 'vitest'
import type { Pace } from '../../../src/shared/settings'
import { aPoller, ids, moving } from '../../support/a-poller'
import { anUnseenJob, aWatchedJob } from '../../support/builders'

const second = 1_000
const unseen = (jobId: string, connectionId = 'c1') => anUnseenJob({ ref: { connectionId, jobId } })

function aCrowd(many: number, pace: Pace = 'normal') {
  const made = aPoller(moving, { around: () => ({ pace, inView: true, sparing: false }) })
  made.take(ids(many).map(id => unseen(id)))
  made.poller.start()
  return {
    ...made,
    seen: () => new Set(made.looks.map(look => look.jobId)).size,
    /** Jobs seen for the first time within each second, from the first on. */
    firstsEachSecond: () => {
      const first = new Map<string, number>()
      for (const { jobId, at } of made.looks) if (!first.has(jobId)) first.set(jobId, Math.floor(at / second))
      return [...first.values()].reduce<number[]>((counts, at) => {
        counts[at] = (counts[at] ?? 0) + 1
        return counts
      }, [])
    },
  }
}

describe('ten thousand jobs that are added at once', () => {
  it.each([
    ['gentle', 10],
    ['normal', 25],
    ['brisk', 50],
  ] as const)(
    'are seen for the first time little by little, at a %s pace %d a second',
    async (pace, aSecond) => {
      const crowd = aCrowd(10_000, pace)
      await crowd.clock.pass(60 * second)
      const [opening = 0, ...later] = crowd.firstsEachSecond()
      expect(opening).toBeLessThanOrEqual(50 + aSecond)
      expect(Math.max(...later.slice(1))).toBeLessThanOrEqual(aSecond + 2)
      expect(crowd.seen()).toBeGreaterThanOrEqual(60 * aSecond)
      expect(crowd.seen()).toBeLessThanOrEqual(60 * aSecond + 51)
    },
    120_000,
  )

  it('are all seen in the end', async () => {
    const crowd = aCrowd(10_000)
    await crowd.clock.pass(401 * second)
    expect(crowd.seen()).toBe(10_000)
  }, 120_000)

  it('keep no job waiting that is known already, nor one of another server', async () => {
    const { clock, looks, poller, take } = aPoller(moving)
    take([...ids(10_000).map(id => unseen(id)), unseen('elsewhere', 'c2')])
    take(ids(20).map(id => aWatchedJob({ ref: { connectionId: 'c1', jobId: `known-${id}` } })))
    poller.start()
    await clock.pass(3 * second)
    const asked = new Set(looks.map(({ jobId }) => jobId))
    expect([...asked].filter(id => id.startsWith('known')).length).toBe(20)
    expect(asked).toContain('elsewhere')
  })

  it('are no queue for the one that a person asks for, or whose page is opened', async () => {
    const { clock, looks, poller } = aCrowd(10_000)
    await clock.pass(5 * second)
    poller.lookNow([unseen('job-9990')])
    poller.attend({ connectionId: 'c1', jobId: 'job-9991' })
    await clock.pass(100)
    expect(looks.map(({ jobId }) => jobId)).toEqual(expect.arrayContaining(['job-9990', 'job-9991']))
  })

  it('are no queue for the few that are added after them', async () => {
    const { clock, looks, take } = aCrowd(10_000)
    await clock.pass(5 * second)
    take([unseen('late-1'), unseen('late-2')])
    await clock.pass(second)
    expect(looks.map(({ jobId }) => jobId)).toEqual(expect.arrayContaining(['late-1', 'late-2']))
  })

  it('come no faster after a pause, however long it was', async () => {
    const crowd = aCrowd(10_000)
    await crowd.clock.pass(5 * second)
    crowd.poller.stop()
    const before = crowd.seen()
    await crowd.clock.pass(600 * second)
    crowd.poller.start()
    await crowd.clock.pass(10 * second)
    expect(crowd.seen() - before).toBeLessThanOrEqual(50 + 10 * 25 + 1)
    expect(crowd.clock.pending()).toBe(1)
  })
})

it('fifty jobs that are added at once are seen within two seconds', async () => {
  const crowd = aCrowd(50)
  await crowd.clock.pass(2 * second)
  expect(crowd.seen()).toBe(50)
})
