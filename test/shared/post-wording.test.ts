import { describe, expect, it } from 'vitest'
import { type Fault, faultKinds } from '../../src/shared/fault'
import { type PostState, postStates } from '../../src/shared/outbox'
import { postCautions } from '../../src/shared/post-preview'
import {
  cautionSentences,
  comparisonSentence,
  postFaultSentence,
  postSentence,
  postStateNames,
  postTitle,
  runSentence,
  verdictNames,
  verdictReason,
} from '../../src/shared/post-wording'

const aPost = (state: PostState, fault: Fault | null = null) => ({
  state,
  fault,
  nextTryAt: null,
  content: { kind: 'progress', jobId: 'crawl-1', input: { stage: 'a' } } as const,
  comparison: null,
})
const counts = { waiting: 0, sending: 0, sent: 3, refused: 0, unknown: 0, dropped: 0 }

describe('the words for a post', () => {
  it('name each state and say in a sentence what it means', () => {
    for (const state of postStates) {
      expect(postStateNames[state]).toMatch(/^[A-Z][a-z ]+$/)
      expect(postSentence(aPost(state))).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('of an unknown one say that it may have arrived and what to do', () => {
    const cut: Fault = { kind: 'unreachable', cause: 'cut', reason: '', mayHaveArrived: true }
    expect(postSentence(aPost('unknown', cut))).toBe(
      'The connection broke before the answer was complete. Nobody knows whether the report arrived. Compare, then decide.',
    )
    expect(postSentence(aPost('unknown'))).toMatch(/^Jobtray was stopped while this was on its way\./)
  })

  it('say who took a post as arrived, and no more that nobody knows once it was compared', () => {
    const comparison = {
      verdict: 'arrived',
      why: null,
      evidence: [],
      againAt: null,
      at: '2026-01-01T00:00:00Z',
      now: null,
    } as const
    const cut: Fault = { kind: 'unreachable', cause: 'cut', reason: '', mayHaveArrived: true }
    expect(postSentence({ ...aPost('sent'), comparison })).toBe('Taken as arrived, by you.')
    expect(postSentence(aPost('sent', cut))).toBe('Taken as arrived, by you.')
    expect(postSentence(aPost('sent'))).toBe('The server took it.')
    expect(postSentence({ ...aPost('unknown', cut), comparison })).toBe(
      'The connection broke before the answer was complete. It was compared with the job; now decide.',
    )
    expect(`${verdictNames.arrived}. ${verdictReason(comparison)}`).toBe(
      'Probably arrived. The job is as this post would have made it.',
    )
    expect(verdictReason({ verdict: 'cannot-tell', why: 'too-early' })).toMatch(/^No trace of it yet, but/)
  })

  it('promise to go on by themselves only where that happens', () => {
    const down: Fault = { kind: 'unreachable', cause: 'connect', reason: '', mayHaveArrived: false }
    expect(postSentence(aPost('waiting', down))).toMatch(/it is sent by itself when that works again\.$/)
    for (const fault of [
      { kind: 'rate-limited', retryAfterMs: null },
      { kind: 'rate-limited', retryAfterMs: 1_500 },
      { kind: 'server', status: 503, retryAfterMs: null },
    ] as const)
      expect(postFaultSentence(fault)).not.toMatch(/by itself|Looking again/)
    expect(postFaultSentence({ kind: 'rate-limited', retryAfterMs: 1_500 })).toMatch(/for 2 seconds\./)
    expect(new Set(faultKinds).size).toBe(faultKinds.length)
  })

  it('say what a post does without the texts in it', () => {
    const issue = { entityKey: 'secret', errorType: 'secret', message: 'secret' }
    const input = {
      transition: { kind: 'fail', message: 'secret' },
      processedItems: 0,
      message: 'secret',
      error: issue,
    } as const
    expect(postTitle({ kind: 'progress', jobId: 'crawl-1', input })).toBe('Fail, 0 processed, a message, an error')
    expect(postTitle({ kind: 'create', input: { jobType: 'csv_import' } })).toBe('Create: CSV import')
    expect(postTitle({ kind: 'progress', jobId: 'crawl-1', input: {} })).toBe('Nothing yet')
  })

  it('have a sentence for every caution, comparison and run', () => {
    for (const caution of postCautions) expect(cautionSentences[caution]).toMatch(/^[A-Z].*\.$/)
    const whys = ['no-id', 'no-look', 'nothing-before', 'too-early', 'contradiction', 'looks-alike', null] as const
    const told = whys.map(why => comparisonSentence({ verdict: 'cannot-tell', why }))
    expect(new Set(told).size).toBe(whys.length - 1)
    expect(comparisonSentence({ verdict: 'arrived', why: null })).toMatch(/it seems/)
    expect(runSentence({ state: 'done', fault: null, counts })).toBe('All sent.')
    expect(runSentence({ state: 'done', fault: null, counts, leftOut: 1 })).toBe('All sent; 1 row left out.')
    expect(runSentence({ state: 'done', fault: null, counts: { ...counts, refused: 2 }, leftOut: 5 })).toBe(
      'Done; 2 reports refused; 5 rows left out.',
    )
    expect(runSentence({ state: 'stopped', fault: null, counts: { ...counts, dropped: 2 } })).toBe(
      'Stopped; 2 reports not sent.',
    )
    expect(runSentence({ state: 'held', fault: { kind: 'not-found', said: null }, counts })).toMatch(
      /^Paused\. Not found/,
    )
  })
})
