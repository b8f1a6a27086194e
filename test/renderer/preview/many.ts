import type { Snapshot } from '../../../src/shared/snapshot'
import { aJob, aNotice, anEndedJob, aWatchedJob } from '../../support/builders'
import { aPost } from '../support/a-post'
import type { Ago } from './lively'

const times = <T>(many: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: many }, (_, index) => make(index))

/** So many of everything that the window counts: jobs that run, jobs that failed, notices and reports. */
export const manyOf = (many: number, ago: Ago): Pick<Snapshot, 'jobs' | 'notices' | 'posts'> => ({
  jobs: [
    ...times(many, index =>
      aWatchedJob({
        ref: { connectionId: 'mo', jobId: `enrichment-${(index + 4_096).toString(16).padStart(8, '0')}` },
        addedAt: ago(index),
        seenAt: ago(3),
        job: aJob({ total: 40_000, processed: index, percent: { value: 5, source: 'server' }, startedAt: ago(600) }),
      }),
    ),
    ...times(many, index =>
      aWatchedJob({
        ref: { connectionId: 'mo', jobId: `crawl-${(index + 4_096).toString(16).padStart(8, '0')}` },
        addedAt: ago(index),
        seenAt: ago(3),
        endedSeenAt: ago(index),
        job: anEndedJob({ jobType: 'crawl', status: 'failed', outcome: 'failed', completedAt: ago(index) }),
      }),
    ),
  ],
  notices: times(many, index =>
    aNotice({
      id: index + 1,
      ref: { connectionId: 'mo', jobId: `crawl-${(index + 4_096).toString(16).padStart(8, '0')}` },
      title: 'Crawl failed',
      at: ago(index),
    }),
  ),
  posts: times(many, index => aPost({ id: `p${index}`, state: 'unknown' })),
})
