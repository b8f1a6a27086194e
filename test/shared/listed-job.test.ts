import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listJobs } from '../../src/shared/listed-job'
import type { Snapshot, WatchedJob } from '../../src/shared/snapshot'
import { anyFault, anyJob } from '../support/arbitrary-state'
import { someParts } from '../support/board-parts'
import { aConnection, aJob, anEndedJob, anUnseenJob, aWatchedJob } from '../support/builders'

const snapshotOf = (jobs: readonly WatchedJob[], connections = [aConnection()]): Snapshot => ({
  ...someParts({ connections }),
  version: 1,
  jobs,
})

/** The field names are a contract with scripts (issue 2). */
const contract = [
  'connection',
  'vendor',
  'jobId',
  'jobType',
  'status',
  'phase',
  'outcome',
  'percent',
  'total',
  'processed',
  'failed',
  'warned',
  'notReached',
  'stage',
  'seenAt',
  'group',
  'notFound',
  'gone',
  'paused',
  'fault',
]

describe('the list for scripts', () => {
  it('has exactly the fields that were promised, in every state', () => {
    fc.assert(
      fc.property(fc.option(anyJob), fc.option(anyFault), (job, fault) => {
        const standing = fault && { fault, since: '2026-03-02T12:00:00.000Z' }
        const [listed] = listJobs(snapshotOf([aWatchedJob({ job, fault: standing })]))
        expect(Object.keys(listed ?? {})).toEqual(contract)
        if (fault !== null) expect(Object.keys(listed?.fault ?? {})).toEqual(['kind', 'since', 'message'])
        expect(JSON.parse(JSON.stringify(listed))).toEqual(listed)
      }),
    )
  })

  it('says what is known of a running job', () => {
    const job = aJob({ stage: 'uploading', status: 'In Progress', percent: { value: 40.5, source: 'server' } })
    expect(listJobs(snapshotOf([aWatchedJob({ job })]))).toEqual([
      {
        connection: 'Outfitters',
        vendor: 'merchantops',
        jobId: 'enrichment-5f2c81d0',
        jobType: 'enrichment',
        status: 'In Progress',
        phase: 'running',
        outcome: null,
        percent: 40.5,
        total: 100,
        processed: 40,
        failed: 0,
        warned: 0,
        notReached: 0,
        stage: 'uploading',
        seenAt: '2026-03-02T12:00:00.000Z',
        group: 'active',
        notFound: false,
        gone: false,
        paused: false,
        fault: null,
      },
    ])
  })

  it('has the outcome of an ended job', () => {
    expect(listJobs(snapshotOf([aWatchedJob({ job: anEndedJob({ outcome: 'warned' }) })]))).toMatchObject([
      { phase: 'ended', outcome: 'warned' },
    ])
  })

  it('knows nothing of a job that was not seen yet', () => {
    expect(listJobs(snapshotOf([anUnseenJob()]))).toMatchObject([
      { status: null, phase: 'unknown', outcome: null, percent: null, total: null, seenAt: null, fault: null },
    ])
  })

  it('names the trouble of the whole connection at each of its jobs, before the trouble of the job', () => {
    const since = '2026-03-02T13:00:00.000Z'
    const fault = { fault: { kind: 'not-found', said: null }, since } as const
    const refused = aConnection({ fault: { fault: { kind: 'unauthorized', said: null }, since } })
    const [listed] = listJobs(snapshotOf([aWatchedJob({ fault })], [refused]))
    expect(listed?.fault).toEqual({ kind: 'unauthorized', since, message: expect.stringMatching(/key was refused/) })
    expect(listJobs(snapshotOf([aWatchedJob({ fault })]))[0]?.fault?.kind).toBe('not-found')
  })
})
