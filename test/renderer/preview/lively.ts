import type { Job } from '../../../src/shared/job'
import type { WatchedJob } from '../../../src/shared/snapshot'
import { aJob, aWatchedJob } from '../../support/builders'
import { endedJobs } from './lively-endings'

export type Ago = (seconds: number) => string

/** A working afternoon: every state a row can have, with numbers as they are in earnest. */
export function livelyJobs(ago: Ago): readonly WatchedJob[] {
  const one = (connectionId: string, jobId: string, job: Job | null, own: Partial<WatchedJob> = {}): WatchedJob =>
    aWatchedJob({
      ref: { connectionId, jobId },
      vendor: connectionId === 'rg' ? 'retailgrid' : 'merchantops',
      job,
      addedAt: ago(900),
      seenAt: job === null ? null : ago(4),
      ...own,
    })
  const running = (job: Partial<Job>): Job => aJob({ startedAt: ago(754), createdAt: ago(780), ...job })
  return [
    one(
      'mo',
      'enrichment-5f2c81d0',
      running({
        total: 40_000,
        processed: 24_812,
        failed: 12,
        warned: 640,
        percent: { value: 62.06, source: 'server' },
        stage: 'uploading',
        lastMessage: 'Sent batch 125 of 200 to the catalogue',
        links: [{ via: 'import_job_id', jobId: 'import-77aa01fe' }],
        triggeredBy: 'nightly schedule',
      }),
      { pinned: true, speed: { perMinute: 1_974, eta: { earliest: ago(-420), latest: ago(-540) } } },
    ),
    one(
      'mo',
      'crawl-0b7e9d13',
      running({
        jobType: 'crawl',
        startedAt: ago(4_000),
        total: 1_204,
        processed: 340,
        failed: 41,
        warned: null,
        percent: { value: 28.2, source: 'server' },
        stage: 'downloading',
        lastMessage: 'https://shop.example.com/collections/spring-outerwear?page=17',
      }),
      { muted: true, speed: { perMinute: 5.1, eta: { earliest: ago(-9_000), latest: ago(-12_600) } } },
    ),
    one(
      'rg',
      '3f2b8c1e-5d47-4a90-9e61-0c2d4b7f8a15',
      running({
        jobType: 'csv_import',
        total: null,
        processed: null,
        failed: null,
        warned: null,
        percent: { value: null, source: 'none' },
        stage: null,
        lastMessage: null,
        startedAt: ago(95),
      }),
    ),
    one(
      'mo',
      'import-77aa01fe',
      running({
        jobType: 'import',
        total: 0,
        processed: 0,
        failed: 0,
        percent: { value: 0, source: 'server' },
        stage: 'transforming',
        lastMessage: 'Counting rows',
        startedAt: ago(12),
      }),
      {
        fault: {
          fault: { kind: 'unreachable', cause: 'connect', reason: 'ECONNREFUSED', mayHaveArrived: false },
          since: ago(1_320),
        },
        seenAt: ago(1_330),
        origin: 'linked',
      },
    ),
    one(
      'rg',
      '8d1f6a20-11c2-4f0e-8a55-91b0c7d2e3f4',
      aJob({
        jobType: 'grid_fill',
        status: 'pending',
        phase: 'queued',
        startedAt: null,
        total: null,
        processed: null,
        failed: null,
        warned: null,
        percent: { value: 0, source: 'server' },
      }),
    ),
    one(
      'st',
      'enrichment-a41',
      running({ total: 5_000, processed: 4_100, percent: { value: 82, source: 'server' }, stage: 'dispatched' }),
      { seenAt: ago(3_720) },
    ),
    one('mo', 'enrichment-d41d8cd9', null, { addedAt: ago(1) }),
    one('mo', 'enrichment-00000000', null, {
      fault: { fault: { kind: 'not-found', said: null }, since: ago(140) },
      addedAt: ago(150),
    }),
    ...endedJobs(ago),
    one(
      'mo',
      'enrichment-e1671797',
      running({ total: 500, processed: 120, percent: { value: 24, source: 'server' } }),
      { gone: true, seenAt: ago(8_000) },
    ),
  ]
}
