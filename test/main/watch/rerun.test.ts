import { describe, expect, it } from 'vitest'
import { fold } from '../../../src/main/watch/fold'
import { ranUnseen } from '../../../src/main/watch/rerun'
import { sight } from '../../../src/main/watch/sighting'
import { good } from '../../../src/shared/fault'
import type { Job } from '../../../src/shared/job'
import { anEndedJob, anObservation, aWatchedJob, someEndedFacts, someFacts } from '../../support/builders'

const noon = Date.parse('2026-03-02T12:00:00.000Z')
const at = (seconds: number) => new Date(noon + seconds * 1_000).toISOString()
const failed = { status: 'failed', outcome: 'failed' } as const
const known = (own: Partial<Job> = {}) => anEndedJob({ ...failed, startedAt: at(-60), completedAt: at(0), ...own })

describe('a job that had ended and has ended when it is looked at again', () => {
  it.each([
    [
      'whose start and end are both later than the end that was known',
      { startedAt: at(10), completedAt: at(40) },
      true,
    ],
    ['whose whole second run is over within its first second', { startedAt: at(10), completedAt: at(10) }, true],
    ['that says the same times', { startedAt: at(-60), completedAt: at(0) }, false],
    ['whose end alone was written anew, as by an edit', { startedAt: at(-60), completedAt: at(40) }, false],
    ['whose start is only now told, and lies before its end', { startedAt: at(-1), completedAt: at(0) }, false],
    ['whose start is later, and whose end is not', { startedAt: at(10), completedAt: at(0) }, false],
    ['whose start is later by no more than rounding', { startedAt: at(1), completedAt: at(40) }, false],
    ['that tells no start', { completedAt: at(40) }, false],
    ['that tells no end', { startedAt: at(10), completedAt: null }, false],
    ['whose times nobody can read', { startedAt: 'later', completedAt: 'much later' }, false],
    ['whose counts alone went back', { processed: 3, failed: 1 }, false],
  ])('%s: has run once more: %3$s', (_what, facts, ran) => {
    expect(ranUnseen(known(), someEndedFacts({ ...failed, ...facts }))).toBe(ran)
  })

  it('has not for certain when no end was known before, or none that can be read', () => {
    const facts = someEndedFacts({ ...failed, startedAt: at(10), completedAt: at(40) })
    for (const completedAt of [null, 'yesterday']) expect(ranUnseen(known({ completedAt }), facts)).toBe(false)
  })

  it.each([
    ['the year 1', { startedAt: at(-60), completedAt: '0001-01-01T00:00:00Z' }],
    ['1970', { startedAt: '1970-01-01T00:00:00Z', completedAt: '1970-01-01T00:00:00Z' }],
    ['a time before its own start', { startedAt: at(5), completedAt: at(-60) }],
  ])('has not when the end that was known was no end but %s (fault 59)', (_what, own) => {
    const facts = someEndedFacts({ ...failed, startedAt: at(10), completedAt: at(40) })
    expect(ranUnseen(known(own), facts)).toBe(false)
  })

  it('has when it had failed before it ever started', () => {
    const facts = someEndedFacts({ ...failed, startedAt: at(10), completedAt: at(40) })
    expect(ranUnseen(known({ startedAt: null }), facts)).toBe(true)
  })

  it('was seen to run, if it did: a server that leaves the old end on a job that runs makes no third run of it', () => {
    const running = fold(known(), someFacts({ startedAt: at(10), completedAt: at(0) }))
    const ended = fold(running, someEndedFacts({ ...failed, startedAt: at(10), completedAt: at(40) }))
    expect([running.epoch, ended.epoch]).toEqual([1, 1])
  })

  it('E13: is in a new epoch then, once, and says nothing more of the run before (fault 22)', () => {
    const facts = someEndedFacts({ ...failed, startedAt: at(10), completedAt: at(40) })
    const again = fold(known({ errorMessage: 'disk full', durationSeconds: 60 }), facts)
    expect(again).toMatchObject({ epoch: 1, outcome: 'failed', completedAt: at(40), errorMessage: null })
    expect(fold(again, facts).epoch).toBe(1)
  })
})

it('E13: a job that ended, says a word that nobody knows and then runs is in a new epoch (fault 22)', () => {
  const words = [someFacts({ status: 'requeueing', phase: 'unknown' }), someFacts(), someEndedFacts(failed)]
  let watched = aWatchedJob({ job: known(), endedSeenAt: at(5) })
  const epochs = words.map(facts => {
    watched = sight(watched, good(anObservation(facts)), new Date(noon + 60_000))
    return watched.job?.epoch
  })
  expect(epochs).toEqual([0, 1, 1])
})

it('a job that never ended is in its first epoch, whatever words it says', () => {
  const words = [someFacts({ status: 'warming up', phase: 'unknown' }), someFacts()]
  let watched = aWatchedJob()
  for (const facts of words) watched = sight(watched, good(anObservation(facts)), new Date(noon))
  expect(watched.job?.epoch).toBe(0)
})
