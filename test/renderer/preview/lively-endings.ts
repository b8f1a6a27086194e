import type { Job } from '../../../src/shared/job'
import type { WatchedJob } from '../../../src/shared/snapshot'
import { anEndedJob, aWatchedJob } from '../../support/builders'
import type { Ago } from './lively'

/** One job for each way to end, with numbers as they are in earnest. */
export function endedJobs(ago: Ago): readonly WatchedJob[] {
  const ended = (connectionId: string, jobId: string, seconds: number, job: Partial<Job>): WatchedJob =>
    aWatchedJob({
      ref: { connectionId, jobId },
      vendor: connectionId === 'rg' ? 'retailgrid' : 'merchantops',
      addedAt: ago(seconds + 1_300),
      job: anEndedJob({
        startedAt: ago(seconds + 1_260),
        createdAt: ago(seconds + 1_300),
        completedAt: ago(seconds),
        durationSeconds: 1_260,
        ...job,
      }),
      endedSeenAt: ago(seconds),
      seenAt: ago(seconds),
    })
  return [
    ended('mo', 'crawl-9c1185a5', 200, {
      jobType: 'crawl',
      status: 'failed',
      outcome: 'failed',
      total: 900,
      processed: 412,
      failed: 8,
      warned: 0,
      percent: { value: 46, source: 'server' },
      errorMessage: 'The site answered 403 to every request for ten minutes.',
      errorsListed: 8,
    }),
    ended('mo', 'crawl-2e0c55b1', 900, {
      jobType: 'crawl',
      status: 'failed',
      outcome: 'failed',
      total: 15_525,
      processed: 5_940,
      failed: 1_512,
      warned: 230,
      percent: { value: 48, source: 'server' },
      errorMessage:
        'The catalogue refused the batch of products 5,941 to 6,140: the attribute “material” is required for the category “Outerwear”, and 37 products have none.',
      errorsListed: 100,
    }),
    ended('mo', 'enrichment-6cd3556d', 1_500, {
      status: 'PARTIAL_SUCCESS',
      outcome: 'partial',
      total: 12_000,
      processed: 6_988,
      failed: 5_012,
      warned: 130,
      percent: { value: 100, source: 'server' },
      lastMessage: 'Finished',
      errorsListed: 100,
      warningsListed: 40,
    }),
    ended('rg', 'c56a4180-65aa-42ec-a945-5fd21dec0538', 2_700, {
      jobType: 'bulk_upsert',
      status: 'completed',
      total: null,
      processed: null,
      failed: null,
      warned: null,
      gridItemsCount: 8_410,
      gridId: 'b0c7d2e3-11c2-4f0e-8a55-91b0c7d2e3f4',
      percent: { value: 100, source: 'server' },
    }),
    ended('mo', 'enrichment-0cc175b9', 5_400, {
      status: 'COMPLETED_WITH_WARNINGS',
      outcome: 'warned',
      total: 1_204,
      processed: 1_204,
      warned: 3,
      percent: { value: 100, source: 'server' },
    }),
    ended('mo', 'enrichment-92eb5ffe', 9_000, {
      status: 'completed',
      total: 388,
      processed: 388,
      percent: { value: 100, source: 'server' },
      lastMessage: 'All products enriched',
    }),
    ended('mo', 'crawl-4a8a08f0', 90_000, {
      jobType: 'crawl',
      status: 'aborted_by_operator',
      outcome: 'cancelled',
      total: 500,
      processed: 120,
      percent: { value: 24, source: 'server' },
    }),
    ended('mo', 'crawl-8277e091', 190_000, {
      jobType: 'crawl',
      status: 'archived',
      outcome: 'unknown',
      total: 500,
      processed: 500,
      percent: { value: 100, source: 'server' },
    }),
  ]
}
