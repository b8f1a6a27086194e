import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../src/main/watch/fold'
import { outcomes, phases } from '../../../src/shared/job'
import { aJob, anEndedJob, someEndedFacts, someFacts } from '../../support/builders'

describe('laying an answer over what was known', () => {
  it('keeps what the answer does not mention', () => {
    const known = aJob({ stage: 'uploading', warned: 3, lastMessage: 'half way' })
    expect(fold(known, someFacts({ processed: 60 }))).toMatchObject({
      stage: 'uploading',
      warned: 3,
      lastMessage: 'half way',
      processed: 60,
    })
  })

  it('clears what the answer says is null', () => {
    expect(fold(aJob({ stage: 'uploading' }), someFacts({ stage: null })).stage).toBeNull()
  })

  it('starts from nothing at the first sight', () => {
    expect(fold(null, someFacts())).toMatchObject({ epoch: 0, percent: { value: null, source: 'none' }, links: [] })
  })

  it('E4: a job at 100 % that is still running has not ended', () => {
    expect(fold(null, someFacts({ percentSent: 100 }))).toMatchObject({ phase: 'running', outcome: null })
  })

  it.each([
    ['E9: completed with failed items is partly finished', { outcome: 'succeeded', failed: 12 }, 'partial'],
    ['E9: completed with warned items is finished with warnings', { outcome: 'succeeded', warned: 2 }, 'warned'],
    ['with warnings and failed items is partly finished', { outcome: 'warned', failed: 1 }, 'partial'],
    ['E9: partial with nothing processed stays partial', { outcome: 'partial', processed: 0, failed: 40 }, 'partial'],
    ['failed stays failed with good counts', { outcome: 'failed', failed: 0, processed: 100 }, 'failed'],
    ['cancelled stays cancelled with failed items', { outcome: 'cancelled', failed: 5 }, 'cancelled'],
    ['E2: an ending in an unknown word is unknown', { outcome: null }, 'unknown'],
  ] as const)('%s', (_name, facts, outcome) => {
    expect(fold(null, someEndedFacts(facts)).outcome).toBe(outcome)
  })

  it('uses counts known from before for the severity of an ending told by the light status', () => {
    expect(fold(aJob({ warned: 4 }), someEndedFacts({ failed: 0 })).outcome).toBe('warned')
  })

  it('E13: an ended job that runs again begins a new epoch and drops the old ending (fault 22)', () => {
    const again = fold(anEndedJob({ errorMessage: 'disk full', durationSeconds: 9 }), someFacts())
    expect(again).toMatchObject({
      epoch: 1,
      outcome: null,
      completedAt: null,
      durationSeconds: null,
      errorMessage: null,
    })
  })

  it('E2: a job that ended in an unknown word has still ended when the light status, which has no times, says the word', () => {
    const ended = anEndedJob({ status: 'ARCHIVED', outcome: 'unknown' })
    const light = someFacts({ status: 'ARCHIVED', phase: 'unknown', processed: 100 })
    expect(fold(ended, light)).toMatchObject({ phase: 'ended', outcome: 'unknown', epoch: 0 })
    expect(fold(ended, { ...light, completedAt: null })).toMatchObject({ phase: 'unknown', outcome: null })
    expect(fold(ended, { ...light, status: 'THAWED' })).toMatchObject({ phase: 'unknown' })
  })

  it('E12: counts may fall and totals grow; the newest answer is shown as it is (fault 22)', () => {
    const fallen = fold(
      aJob({ processed: 60, total: 100, failed: 7 }),
      someFacts({ processed: 10, total: 400, failed: 0 }),
    )
    expect(fallen).toMatchObject({ processed: 10, total: 400, failed: 0, epoch: 0, phase: 'running' })
  })

  it('an unknown word after an ending begins no new epoch', () => {
    expect(fold(anEndedJob(), someFacts({ status: 'archived', phase: 'unknown' })).epoch).toBe(0)
  })

  it.each([
    [{ percentSent: 62.5 }, { value: 62.5, source: 'server' }],
    [{ percentSent: 140 }, { value: 100, source: 'server' }],
    [{ percentSent: -3 }, { value: 0, source: 'server' }],
    [
      { percentSent: null, total: 40, processed: 10, failed: 10 },
      { value: 50, source: 'estimated' },
    ],
    [
      { percentSent: null, total: 0, processed: 0 },
      { value: null, source: 'none' },
    ],
    [
      { percentSent: Number.NaN, total: 10, processed: 30 },
      { value: 100, source: 'estimated' },
    ],
  ] as const)('E5 to E7: from %j the percentage is %j', (facts, percent) => {
    expect(fold(null, someFacts(facts)).percent).toEqual(percent)
  })

  it('has an outcome exactly when it has ended, and epochs never shrink, whatever is sent', () => {
    const facts = fc.record({
      status: fc.string(),
      phase: fc.constantFrom(...phases),
      outcome: fc.constantFrom(null, ...outcomes),
      failed: fc.option(fc.integer()),
      percentSent: fc.option(fc.double()),
    })
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1 }), list => {
        let job = null
        for (const each of list) {
          const next = fold(job, each)
          expect(next.outcome !== null).toBe(next.phase === 'ended')
          expect(next.epoch).toBeGreaterThanOrEqual(job === null ? 0 : aJob(job).epoch)
          const { value } = next.percent
          expect(value === null || (value >= 0 && value <= 100)).toBe(true)
          job = next
        }
      }),
    )
  })
})
