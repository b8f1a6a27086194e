import type { WatchedJob } from '../../shared/snapshot'
import type { Db } from './db'
import type { Journal } from './journal'
import type { OpenedJournal } from './open'

/** A quit must not take long: of a larger journal the last hourly backup has to do, bytes. */
const mostBytesAtTheEnd = 16 * 1_048_576

export type LeavingPorts = {
  readonly db: Db
  readonly journal: Pick<Journal, 'together' | 'jobs' | 'retention' | 'backUp' | 'close'>
  readonly file: string
  /** As it was found at the start. */
  readonly found: OpenedJournal['trouble']['kind']
  readonly jobs: Iterable<WatchedJob>
  /** The last backup does not hold all that there is. */
  readonly isStale: () => boolean
}

/**
 * Leaves the journal as the next start wants to find it: with the last looks, and a backup beside it. All at once, for the
 * process ends next: some 7 µs a job. Throws what the disk refuses; closed it is in any case.
 */
export function leaveJournal({ db, journal, file, found, jobs, isStale }: LeavingPorts): void {
  if (found === 'read-only') {
    db.close()
    return
  }
  try {
    journal.together(() => {
      for (const watched of jobs) if (watched.job?.phase !== 'ended') journal.jobs.put(watched)
    })
    if (found !== 'newer' && isStale() && journal.retention.bytes() <= mostBytesAtTheEnd) journal.backUp(file)
  } finally {
    journal.close()
  }
}
