import { describe, expect, it } from 'vitest'
import type { Observation } from '../../../src/main/apis/jobs-api'
import { good, type Result } from '../../../src/shared/fault'
import { aPoller, detail } from '../../support/a-poller'
import { anEndedJob, anObservation, anUnseenJob, aWatchedJob, someEndedFacts } from '../../support/builders'

const ref = { connectionId: 'c1', jobId: 'a' }

/** A server whose answers wait to be let go. */
function slowServer(answer: () => Result<Observation>) {
  const letGo: (() => void)[] = []
  const world = aPoller(() => new Promise(resolve => letGo.push(() => resolve(answer()))))
  return { ...world, answerNext: () => letGo.shift()?.() }
}

describe('a look that a person asks for', () => {
  it('begins when the one under way has ended, whose answer may be from before, and is one however often it is asked for', async () => {
    const { clock, looks, poller, watch, answerNext } = slowServer(detail)
    watch('a')
    poller.start()
    await clock.pass(1_000)
    poller.lookNow([anUnseenJob({ ref })])
    poller.lookNow([anUnseenJob({ ref })])
    answerNext()
    await clock.pass(300)
    expect(looks.map(({ at }) => at)).toEqual([0, 1_000])
    answerNext()
    await clock.pass(4_000)
    expect(looks).toHaveLength(2)
    await clock.pass(4_000)
    expect(looks).toHaveLength(3)
  })

  it('begins even where the one under way shows that the job has ended', async () => {
    const { clock, looks, poller, take, answerNext } = slowServer(() => good(anObservation(someEndedFacts())))
    const over = aWatchedJob({ ref, job: anEndedJob(), endedSeenAt: '2026-01-01T00:00:00Z' })
    take([over])
    poller.start()
    poller.lookNow([over])
    await clock.pass(300)
    expect(looks).toHaveLength(1)
    poller.lookNow([over])
    answerNext()
    await clock.pass(300)
    expect(looks).toHaveLength(2)
    answerNext()
    await clock.pass(300)
    expect(looks).toHaveLength(2)
  })
})
