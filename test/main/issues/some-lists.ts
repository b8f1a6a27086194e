import { breather } from '../../../src/main/issues/breathe'
import { createFinder } from '../../../src/main/issues/finder'
import { createListReader } from '../../../src/main/issues/list-reader'
import { journalOf } from '../../../src/main/journal/journal'
import type { JobIssue, JobRef } from '../../../src/shared/job'
import type { WatchedJob } from '../../../src/shared/snapshot'
import { aConnection, anIssue, aWatchedJob } from '../../support/builders'
import { journalInMemory } from '../../support/journal-in-memory'

const types = ['image_missing', 'target_gap', 'timeout', 'validation_error'] as const

/** The n-th of many entries, one a second; four types in turn. */
export const entry = (index: number, own: Partial<JobIssue> = {}): JobIssue =>
  anIssue({
    entityKey: `SKU-${index}`,
    errorType: types[index % types.length] ?? 'timeout',
    timestamp: new Date(1_700_000_000_000 + index * 1_000).toISOString(),
    ...own,
  })

export const entries = (many: number, from = 0): readonly JobIssue[] =>
  Array.from({ length: many }, (_, index) => entry(from + index))

type Limits = { readonly mostOfKey?: number; readonly monotonic?: () => number }

/** A journal with these jobs watched, and what reads its lists. */
export function someLists(refs: readonly JobRef[] = [aWatchedJob().ref], limits: Limits = {}) {
  const journal = journalOf(journalInMemory())
  journal.connections.save(aConnection(), true)
  const jobs = new Map<string, WatchedJob>()
  for (const ref of refs) {
    const watched = aWatchedJob({ ref })
    jobs.set(ref.jobId, watched)
    journal.jobs.put(watched)
  }
  const breathe = breather(() => performance.now())
  const { filing, itemKeys: keys } = journal
  const job = (ref: JobRef) => jobs.get(ref.jobId)
  const finder = createFinder({ keys, filing, board: { job }, breathe, monotonic: () => performance.now(), ...limits })
  return {
    journal,
    jobs,
    reader: createListReader({ filing, breathe }),
    finder,
    /** One key, in all jobs. */
    find: (key: string) => finder.find({ keys: [key], connectionId: null, jobType: null }),
    fileAll(): void {
      while (journal.filing.fileNext());
    },
  }
}
