import type { NoticeView } from '../../shared/snapshot'
import type { NoticeDraft } from '../watch/notices'
import type { WatchLog } from '../watch/watcher'
import { connectionTable } from './connections'
import { type Db, together } from './db'
import { jobTable } from './jobs'
import { noticeTable } from './notices'
import { backUp } from './open'

/** The tables, and the writes that belong together in one transaction. */
export function journalOf(db: Db) {
  const connections = connectionTable(db)
  const jobs = jobTable(db)
  const notices = noticeTable(db)

  const decide = (drafts: readonly NoticeDraft[], at: Date): readonly NoticeView[] =>
    drafts.flatMap(draft => notices.decide(draft, at) ?? [])

  /** A notice must be on the disk before it is shown, so that write alone waits for the disk. */
  const durably = <T>(needed: boolean, act: () => T): T => {
    if (!needed) return together(db, act)
    db.exec('PRAGMA synchronous = FULL')
    try {
      return together(db, act)
    } finally {
      db.exec('PRAGMA synchronous = NORMAL')
    }
  }

  const record: WatchLog['record'] = (watched, detail, drafts, at) =>
    durably(drafts.length > 0, () => {
      jobs.put(watched)
      if (detail !== null) jobs.mergeDetail(watched.ref, detail)
      return decide(drafts, at)
    })

  return {
    connections,
    jobs,
    notices,
    record,
    recordNotices: (drafts: readonly NoticeDraft[], at: Date) => durably(true, () => decide(drafts, at)),
    /** Several writes as one. */
    together: <T>(act: () => T): T => together(db, act),
    /** Leaves nothing but the tables. */
    clear(): void {
      db.exec('DELETE FROM notices; DELETE FROM jobs; DELETE FROM connections')
    },
    /** Writes a copy beside the file that the next start can fall back on. */
    backUp(file: string): void {
      backUp(db, file)
    },
    /** Leaves one whole file: the driver's close alone keeps everything in the -wal beside it. */
    close(): void {
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      db.close()
    },
  }
}

export type Journal = ReturnType<typeof journalOf>
