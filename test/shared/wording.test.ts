import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Job, outcomes, phases } from '../../src/shared/job'
import { endingNotice } from '../../src/shared/notice-words'
import {
  countsSentence,
  endedCountsSentence,
  faultSentence,
  glanceLine,
  jobTypeName,
  outcomeVerb,
  stateName,
  typeInLine,
} from '../../src/shared/wording'
import { anyText } from '../support/any-text'
import { anyFault, anyJob, serverText } from '../support/arbitrary-state'
import { aJob, anEndedJob } from '../support/builders'

const slips = /undefined|null|NaN|\[object|Infinity/

describe('a job type', () => {
  it.each([
    [null, 'Job'],
    ['', 'Job'],
    [' _- ', 'Job'],
    ['enrichment', 'Enrichment'],
    ['csv_import', 'CSV import'],
    ['bulk-upsert', 'Bulk upsert'],
    ['IMPORT', 'Import'],
    ['sku API', 'SKU API'],
    ['😀 party', '😀 party'],
    ['constructor', 'Constructor'],
  ])('%j reads %j', (type, name) => {
    expect(jobTypeName(type)).toBe(name)
  })

  it('of any text gives a name that is not empty', () => {
    fc.assert(
      fc.property(anyText(40), type => {
        expect(jobTypeName(type)).not.toBe('')
      }),
    )
  })
})

describe('a state', () => {
  it.each([
    [{ phase: 'queued', outcome: null, status: 'pending' }, 'Queued'],
    [{ phase: 'running', outcome: null, status: 'in_progress' }, 'Running'],
    [{ phase: 'ended', outcome: 'succeeded', status: 'completed' }, 'Finished'],
    [{ phase: 'ended', outcome: 'warned', status: 'completed' }, 'Finished with warnings'],
    [{ phase: 'ended', outcome: 'partial', status: 'completed' }, 'Partly finished'],
    [{ phase: 'ended', outcome: 'failed', status: 'failed' }, 'Failed'],
    [{ phase: 'ended', outcome: 'cancelled', status: 'aborted' }, 'Cancelled'],
    [{ phase: 'ended', outcome: 'unknown', status: 'ARCHIVED' }, 'Ended: ARCHIVED'],
    [{ phase: 'ended', outcome: 'unknown', status: '' }, 'Ended'],
    [{ phase: 'unknown', outcome: null, status: 'PAUSED' }, '“PAUSED”'],
    [{ phase: 'unknown', outcome: null, status: '' }, 'Unknown'],
  ] as const)('E2, E3: %j reads %j', (job, name) => {
    expect(stateName(job)).toBe(name)
  })

  it('has its own verb for each outcome', () => {
    expect(new Set(outcomes.map(outcome => outcomeVerb(outcome, 'x'))).size).toBe(outcomes.length)
    expect(outcomeVerb('unknown', 'ARCHIVED')).toBe('ended as “ARCHIVED”')
    expect(outcomeVerb('unknown', '')).toBe('ended')
  })
})

describe('counts', () => {
  it.each([
    [{ processed: 1_204, total: 1_204, warned: 3 }, '1,204 of 1,204 items, 3 warnings'],
    [{ processed: 10, total: 100, failed: 90 }, '10 of 100 items, 90 failed'],
    [{ processed: 1, total: 1, failed: 0, warned: 1 }, '1 of 1 item, 1 warning'],
    [{ processed: 50, total: 40 }, '50 of 40 items'],
    [{ processed: 0, total: 0 }, '0 of 0 items'],
    [{ processed: 7, total: null }, '7 items'],
    [{ processed: null, total: null, gridItemsCount: 12 }, '12 items'],
    [{ processed: null, total: null }, ''],
    [{ processed: null, total: 40, failed: 2 }, '2 failed'],
  ])('%j read %j', (own, sentence) => {
    expect(countsSentence(aJob({ failed: null, warned: null, ...own }))).toBe(sentence)
  })
})

describe('the line of a menu', () => {
  it.each([
    [aJob({ jobType: 'crawl', percent: { value: 62.4, source: 'server' }, failed: 3 }), 'Crawl · 62 % · 3 failed'],
    [aJob({ percent: { value: 99.99, source: 'server' } }), 'Enrichment · 99 %'],
    [aJob({ percent: { value: null, source: 'none' } }), 'Enrichment · running'],
    [aJob({ percent: { value: null, source: 'none' }, progressSent: 250 }), 'Enrichment · progress 250'],
    [aJob({ phase: 'queued', status: 'pending' }), 'Enrichment · queued'],
    [aJob({ phase: 'unknown', status: 'PAUSED' }), 'Enrichment · “PAUSED”'],
    [anEndedJob({ outcome: 'unknown', status: 'ARCHIVED' }), 'Enrichment · ended: ARCHIVED'],
    [anEndedJob({ outcome: 'warned' }), 'Enrichment · finished with warnings'],
    [anEndedJob({ total: 1_000, processed: 620 }), 'Enrichment · finished · 380 items not reached'],
    [anEndedJob({ total: 3, processed: 1, failed: 1 }), 'Enrichment · finished · 1 failed · 1 item not reached'],
    [aJob({ total: 1_000, processed: 400 }), 'Enrichment · 40 %'],
  ])('%# reads as a person would say it', (job, line) => {
    expect(glanceLine(job)).toBe(line)
  })
})

describe('the counts of what has ended', () => {
  it.each<[Partial<Job>, string]>([
    [{ processed: 0, total: 40_000 }, 'Nothing was processed: 0 of 40,000 items'],
    [{ processed: 0, total: 40_000, warned: 2 }, 'Nothing was processed: 0 of 40,000 items, 2 warnings'],
    [{ processed: 0, total: 100, failed: 100 }, '0 of 100 items, 100 failed'],
    [{ processed: 0, total: 0 }, 'No items were processed'],
    [{ processed: 0, total: null }, 'No items were processed'],
    [{ processed: 1, total: 2 }, '1 of 2 items, 1 not reached'],
    [{ processed: 620, total: 1_000, failed: 0 }, '620 of 1,000 items, 380 not reached'],
    [{ processed: 354, total: 471, failed: 3 }, '354 of 471 items, 3 failed, 114 not reached'],
    [{ processed: 620, total: 1_000, errorsListed: 4 }, '620 of 1,000 items, 380 not reached, 4 errors listed'],
    [{ processed: 40, total: 40, failed: 3 }, '40 of 40 items, 3 failed'],
    [{ processed: null, total: null }, ''],
    [{ processed: 2, total: 2, errorsListed: 3 }, '2 of 2 items, 3 errors listed'],
    [{ processed: null, total: null, failed: null, errorsListed: 1 }, '1 error listed'],
    [{ processed: 1, total: 2, failed: 1, errorsListed: 3 }, '1 of 2 items, 1 failed'],
  ])('of %j read “%s”', (own, text) => {
    expect(endedCountsSentence(anEndedJob(own))).toBe(text)
  })
})

it('a type within a sentence begins small, unless it is an abbreviation', () => {
  expect(['bulk_upsert', 'csv_import', null].map(typeInLine)).toEqual(['bulk upsert', 'CSV import', 'job'])
})

describe('the sentence for a fault', () => {
  it('is there for every fault, starts with a capital and says something a person can read', () => {
    fc.assert(
      fc.property(anyFault, fault => {
        const sentence = faultSentence(fault)
        expect(sentence).not.toMatch(slips)
        if (fault.kind !== 'rejected') expect(sentence).toMatch(/^[A-Z].*[.)]$/su)
        expect(sentence.length).toBeGreaterThan(15 * Number(fault.kind !== 'rejected'))
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    [{ kind: 'forbidden', permission: 'job:read', said: null }, /permission job:read/],
    [
      { kind: 'moved', status: 302, toOrigin: 'https://b.example' },
      /redirect to https:\/\/b\.example\. It was not fol/,
    ],
    [{ kind: 'rate-limited', retryAfterMs: 1_400 }, /a pause of 2 seconds\./],
    [{ kind: 'rate-limited', retryAfterMs: 1 }, /a pause of 1 second\./],
    [{ kind: 'rate-limited', retryAfterMs: 3_600_000 }, /a pause of 60 minutes\./],
    [{ kind: 'server', status: 503, retryAfterMs: null }, /trouble \(503\)/],
    [{ kind: 'too-large', limitBytes: 1_048_576 }, /than 1 megabyte;/],
    [{ kind: 'no-key', why: 'locked' }, /Unlock it/],
    [
      { kind: 'rejected', status: 422, complaints: [{ at: 'stage', message: 'too long' }], said: null },
      /refused the request: stage: too long/,
    ],
    [{ kind: 'rejected', status: 400, complaints: [], said: null }, /\(400\)/],
    [{ kind: 'rejected', status: 400, complaints: [], said: '' }, /\(400\)/],
    [
      { kind: 'unreachable', cause: 'connect', reason: 'ECONNREFUSED', mayHaveArrived: false },
      /not accept connections.*\(ECONNREFUSED\)/,
    ],
  ] as const)('%j names what matters', (fault, pattern) => {
    expect(faultSentence(fault)).toMatch(pattern)
  })

  it('says that an organization is to be checked only where the connection may name one', () => {
    const missing = { kind: 'not-found', said: null } as const
    expect(faultSentence(missing, 'org-7')).toMatch(/and the organization\.$/)
    expect(faultSentence(missing)).toMatch(/and the organization\.$/)
    expect(faultSentence(missing, null)).toBe('Not found. Check the id and the key.')
  })

  it('does not blame the server for what never left this machine', () => {
    const fault = { kind: 'rejected', status: 0, complaints: [{ at: '', message: 'Choose another header.' }] } as const
    expect(faultSentence({ ...fault, said: null })).toBe('Not sent: Choose another header.')
  })
})

it('no sentence about any job holds a slip of ours', () => {
  fc.assert(
    fc.property(anyJob, serverText, (job, jobId) => {
      const { title, body } = endingNotice(job, jobId, 'Outfitters')
      for (const text of [title, body, glanceLine(job), countsSentence(job), stateName(job)]) {
        expect(text).not.toMatch(slips)
      }
      expect(title.trim()).not.toBe('')
      expect(body.split('\n')[0]).not.toBe('')
    }),
    { numRuns: 500 },
  )
})

it('every phase has a name, with and without an outcome', () => {
  for (const phase of phases) expect(stateName({ phase, outcome: null, status: 'x' })).not.toBe('')
})
