import { describe, expect, it } from 'vitest'
import { outcomeCodes } from '../../src/cli/wait'
import { stepOf } from '../../src/cli/wait-step'
import type { Fault } from '../../src/shared/fault'
import type { WatchedJob } from '../../src/shared/snapshot'
import { anEndedJob, anUnseenJob, aWatchedJob } from '../support/builders'

const since = '2026-03-02T12:00:00.000Z'
const standing = (fault: Fault) => ({ fault, since })
const offline: Fault = { kind: 'unreachable', cause: 'connect', reason: '', mayHaveArrived: false }

describe('what waiting has come to', () => {
  it.each([
    ['succeeded', 0],
    ['warned', 2],
    ['partial', 3],
    ['failed', 4],
    ['cancelled', 5],
    ['unknown', 5],
  ] as const)('an ending as %s ends it with %i', (outcome, code) => {
    const job = anEndedJob({ outcome, processed: 98, failed: 2 })
    expect(stepOf(aWatchedJob({ job }), null)).toMatchObject({ kind: 'ended', outcome })
    expect(outcomeCodes[outcome]).toBe(code)
  })

  it('is one line with what became of it', () => {
    const job = anEndedJob({ outcome: 'partial', processed: 98, failed: 2 })
    expect(stepOf(aWatchedJob({ job }), null)).toMatchObject({
      line: 'Enrichment partly finished: 98 of 100 items, 2 failed',
    })
  })

  it('ends with the reason when the server gave one', () => {
    const job = anEndedJob({ outcome: 'failed', processed: 62, failed: 0, errorMessage: 'Worker died at 62 %' })
    expect(stepOf(aWatchedJob({ job }), null)).toMatchObject({
      line: 'Enrichment failed: 62 of 100 items, 38 not reached. Worker died at 62 %',
    })
  })

  it.each<[string, Partial<WatchedJob>]>([
    ['runs', {}],
    ['was never seen yet', { job: null }],
    ['cannot be reached', { fault: standing(offline) }],
    ['is not found after it was seen', { fault: standing({ kind: 'not-found', said: null }) }],
    ['is at a server in trouble', { fault: standing({ kind: 'server', status: 503, retryAfterMs: null }) }],
  ])('a job that %s is waited for', (_name, own) => {
    expect(stepOf(aWatchedJob(own), null).kind).toBe('going')
  })

  it('an ending that was seen counts, whatever is in the way now', () => {
    const watched = aWatchedJob({ job: anEndedJob(), gone: true, fault: standing({ kind: 'not-found', said: null }) })
    expect(stepOf(watched, standing({ kind: 'unauthorized', said: null })).kind).toBe('ended')
  })

  it.each<[string, WatchedJob | null, Fault | null]>([
    ['is not watched any more', null, null],
    ['was not found at the first look', anUnseenJob({ fault: standing({ kind: 'not-found', said: null }) }), null],
    ['is gone', aWatchedJob({ gone: true, fault: standing({ kind: 'not-found', said: null }) }), null],
    [
      'may not be read',
      aWatchedJob({ fault: standing({ kind: 'forbidden', permission: 'job:read', said: null }) }),
      null,
    ],
    ['is behind a refused key', aWatchedJob(), { kind: 'unauthorized', said: null }],
  ])('a job that %s is not waited for', (_name, watched, fault) => {
    expect(stepOf(watched, fault && standing(fault))).toMatchObject({
      kind: 'hopeless',
      why: expect.stringMatching(/\.$/),
    })
  })
})
