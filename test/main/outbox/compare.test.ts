import { describe, expect, it } from 'vitest'
import { compare, graceMs } from '../../../src/main/outbox/compare'
import { glimpseOf } from '../../../src/main/outbox/glimpse'
import { newPost } from '../../../src/main/outbox/new-post'
import type { Comparison } from '../../../src/shared/comparison'
import type { Job, JobIssue } from '../../../src/shared/job'
import type { IssueInput, ProgressInput } from '../../../src/shared/progress'
import { aJob, anEndedJob, anIssue } from '../../support/builders'
import { aCreation, aReport, cut, timedOut } from './an-outbox'

const sentAt = new Date('2026-03-02T12:00:00Z')
const later = (ms: number) => new Date(sentAt.getTime() + ms)

type Side = {
  readonly job?: Partial<Job>
  readonly errors?: readonly JobIssue[]
  readonly warnings?: readonly JobIssue[]
  readonly metadata?: Readonly<Record<string, unknown>>
}

/** What a look long after the sending says, with the job as it was before and as it is now. */
function told(input: ProgressInput, before: Side, now: Side, ms = 600_000): Comparison {
  const order = aReport(input)
  const glimpse = ({ job, errors = [], warnings = [], metadata = {} }: Side, at: Date) =>
    glimpseOf(
      {
        job: { ...aJob({ errorsListed: errors.length, warningsListed: warnings.length }), ...job },
        detail: { errors, warnings, metadata },
        at,
      },
      order.content,
    )
  const post = {
    ...newPost(order, { at: sentAt, jobCreatedHere: true, runId: null }),
    state: 'unknown' as const,
    sentAt: sentAt.toISOString(),
    fault: cut,
    before: glimpse(before, sentAt),
  }
  return compare(post, glimpse(now, later(ms)), later(ms))
}

const sent: IssueInput = { entityKey: 'SKU-1', errorType: 'missing_gtin', message: 'No GTIN', entityType: 'product' }
const listed = anIssue({ entityKey: 'SKU-1', errorType: 'missing_gtin', message: 'No GTIN', step: null })
const other = anIssue({ entityKey: 'SKU-2' })

describe('an error that nobody answered', () => {
  it('arrived when one more of it is listed', () => {
    expect(told({ error: sent }, {}, { errors: [listed] })).toMatchObject({ verdict: 'arrived', why: null })
    expect(told({ error: sent }, { errors: [listed] }, { errors: [listed, listed] }).verdict).toBe('arrived')
  })

  it('arrived also when others have come after it', () => {
    expect(told({ error: sent }, { errors: [other] }, { errors: [other, listed, other] }).verdict).toBe('arrived')
  })

  it('did not arrive when the list is as it was', () => {
    expect(told({ error: sent }, { errors: [listed] }, { errors: [listed] }).verdict).toBe('not-arrived')
    expect(told({ error: sent }, {}, {}).verdict).toBe('not-arrived')
  })

  it('cannot be told when only others have come: the server may have put it in its own words', () => {
    expect(told({ error: sent }, {}, { errors: [other] })).toMatchObject({ verdict: 'cannot-tell', why: 'looks-alike' })
  })

  it('is told from one of the same key by its message, type and step', () => {
    for (const alike of [
      { ...listed, message: 'No GTIN!' },
      { ...listed, errorType: 'x' },
      { ...listed, step: 'fetch' },
    ])
      expect(told({ error: sent }, {}, { errors: [alike] }).verdict).toBe('cannot-tell')
  })

  it('about nothing in particular is about the job, as the server has it', () => {
    const { entityType: _none, ...bare } = sent
    expect(told({ error: bare }, {}, { errors: [{ ...listed, entityType: 'job' }] }).verdict).toBe('arrived')
  })
})

const ended: Side = { job: anEndedJob() }
const cases: readonly (readonly [string, ProgressInput, Side, Side, Comparison['verdict']])[] = [
  ['a warning that is listed', { warning: sent }, {}, { warnings: [listed] }, 'arrived'],
  ['a stage that is there', { stage: 'uploading' }, {}, { job: { stage: 'uploading' } }, 'arrived'],
  [
    'a stage that is as before',
    { stage: 'uploading' },
    { job: { stage: 'x' } },
    { job: { stage: 'x' } },
    'not-arrived',
  ],
  ['a stage there before', { stage: 'x' }, { job: { stage: 'x' } }, { job: { stage: 'x' } }, 'cannot-tell'],
  ['a stage set by another', { stage: 'a' }, { job: { stage: 'x' } }, { job: { stage: 'y' } }, 'cannot-tell'],
  ['a count of 0', { processedItems: 0 }, { job: { processed: 4 } }, { job: { processed: 0 } }, 'arrived'],
  ['a total', { totalItems: 9 }, { job: { total: 4 } }, { job: { total: 4 } }, 'not-arrived'],
  ['a message', { message: 'Half  done' }, {}, { job: { lastMessage: 'Half done' } }, 'arrived'],
  ['a start', { transition: { kind: 'start' } }, { job: { phase: 'queued', status: 'pending' } }, {}, 'arrived'],
  [
    'a start of what is queued still',
    { transition: { kind: 'start' } },
    { job: { phase: 'queued', status: 'pending' } },
    { job: { phase: 'queued', status: 'pending' } },
    'not-arrived',
  ],
  ['a start of what ran', { transition: { kind: 'start' } }, {}, {}, 'cannot-tell'],
  ['a completion', { transition: { kind: 'complete' } }, {}, ended, 'arrived'],
  ['a completion of what runs still', { transition: { kind: 'complete' } }, {}, {}, 'not-arrived'],
  ['a completion of what had ended', { transition: { kind: 'complete' } }, ended, ended, 'cannot-tell'],
  [
    'a failure',
    { transition: { kind: 'fail', message: 'Feed is empty' } },
    {},
    { job: anEndedJob({ outcome: 'failed', status: 'failed', errorMessage: 'Feed is empty' }) },
    'arrived',
  ],
  [
    'a failure of what another completed',
    { transition: { kind: 'fail', message: 'Feed is empty' } },
    {},
    { job: anEndedJob({ errorMessage: null }) },
    'not-arrived',
  ],
  ['a patch that is there', { metadataPatch: { a: { b: 1 } } }, {}, { metadata: { a: { b: 1 }, c: 2 } }, 'arrived'],
  ['a patch that is not', { metadataPatch: { a: 1 } }, { metadata: { c: 2 } }, { metadata: { c: 2 } }, 'not-arrived'],
  [
    'a patch with what was there',
    { metadataPatch: { a: 1 } },
    { metadata: { a: 1 } },
    { metadata: { a: 1 } },
    'cannot-tell',
  ],
]

describe('a report that nobody answered', () => {
  it.each(cases)('%s', (_name, input, before, now, verdict) => {
    expect(told(input, before, now).verdict).toBe(verdict)
  })

  it('of which one part is there and another is not, is a contradiction: somebody else wrote too', () => {
    const now = { job: { stage: 'uploading' } }
    expect(told({ stage: 'uploading', error: sent }, {}, now)).toMatchObject({
      verdict: 'cannot-tell',
      why: 'contradiction',
    })
  })

  it('is not called absent while the server may still be at work on it', () => {
    const early = told({ stage: 'a' }, {}, {}, 1_000)
    expect(early).toMatchObject({
      verdict: 'cannot-tell',
      why: 'too-early',
      againAt: later(graceMs(cut)).toISOString(),
    })
    expect(told({ stage: 'a' }, {}, {}, graceMs(cut)).verdict).toBe('not-arrived')
    expect(told({ stage: 'a' }, {}, { job: { stage: 'a' } }, 1_000).verdict).toBe('arrived')
    expect(graceMs(timedOut)).toBeGreaterThan(graceMs(cut))
  })

  it('shows what was compared, under the vendor’s names', () => {
    expect(
      told({ stage: 'b', processedItems: 5 }, { job: { stage: 'a' } }, { job: { stage: 'b', processed: 5 } }).evidence,
    ).toEqual([
      { field: 'stage', before: 'a', wanted: 'b', now: 'b', says: 'arrived' },
      { field: 'processed_items', before: '40', wanted: '5', now: '5', says: 'arrived' },
    ])
  })
})

describe('what has nothing to be compared with', () => {
  const about = { at: sentAt, jobCreatedHere: false, runId: null }

  it('is not told: a creation without an id, a job that cannot be read, a job nobody saw before', () => {
    const report = newPost(aReport({ stage: 'a' }), about)
    const now = glimpseOf({ job: aJob(), detail: {}, at: sentAt }, report.content)
    expect(compare(newPost(aCreation(), about), null, sentAt).why).toBe('no-id')
    expect(compare(report, null, sentAt).why).toBe('no-look')
    expect(compare(report, now, sentAt)).toMatchObject({ verdict: 'cannot-tell', why: 'nothing-before', now })
  })
})
