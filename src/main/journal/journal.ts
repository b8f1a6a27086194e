import type { NoticeView } from '../../shared/snapshot'
import type { Released } from '../watch/holds'
import type { NoticeDraft } from '../watch/notices'
import type { Release } from '../watch/releases'
import type { LogEntry, WatchLog } from '../watch/writing'
import { connectionTable } from './connections'
import { type Db, together } from './db'
import { detailTable } from './details'
import { driftTable } from './drift'
import { filingTable } from './filing'
import { itemKeyTable } from './item-keys'
import { jobTable } from './jobs'
import { noticeTable } from './notices'
import { backUp } from './open'
import { pauseTable } from './pauses'
import { postTable } from './posts'
import { retentionTable } from './retention'
import { runTable } from './runs'
import { sizeOf } from './size'
import { templateTable } from './templates'
import { timelineTable } from './timeline'
import { unfollowedTable } from './unfollowed'

/** The tables, and the writes that belong together in one transaction. */
export function journalOf(db: Db) {
  const connections = connectionTable(db)
  const jobs = jobTable(db)
  const details = detailTable(db)
  const notices = noticeTable(db)
  const posts = postTable(db)
  const runs = runTable(db)
  const templates = templateTable(db)
  const timeline = timelineTable(db)
  const drift = driftTable(db)
  const unfollowed = unfollowedTable(db)

  const decide = (drafts: readonly NoticeDraft[], at: Date): readonly NoticeView[] =>
    drafts.flatMap(draft => notices.decide(draft, at) ?? [])

  /** A notice must be on the disk before it is shown, and a post before it is sent: those writes wait for the disk. */
  const durably = <T>(needed: boolean, act: () => T): T => {
    if (!needed) return together(db, act)
    db.exec('PRAGMA synchronous = FULL')
    try {
      return together(db, act)
    } finally {
      db.exec('PRAGMA synchronous = NORMAL')
    }
  }

  const recordOne = ({ watched, found, isNews, isFirst, detail, moments }: LogEntry): void => {
    if (isNews) jobs.put(watched)
    jobs.begin(found)
    if (isFirst) {
      details.drop(watched.ref)
      timeline.drop(watched.ref)
    }
    timeline.add(watched.ref, moments)
    if (detail !== null) details.lay(watched.ref, detail)
  }

  const record: WatchLog['record'] = (entries, more, at) => {
    const drafts = [...entries.flatMap(entry => entry.drafts), ...more]
    return durably(drafts.length > 0, () => {
      for (const entry of entries) recordOne(entry)
      return decide(drafts, at)
    })
  }

  return {
    connections,
    jobs,
    details,
    notices,
    posts,
    runs,
    templates,
    timeline,
    drift,
    filing: filingTable(db),
    itemKeys: itemKeyTable(db),
    size: sizeOf(db),
    retention: retentionTable(db),
    unfollowed,
    pauses: pauseTable(db),
    record,
    history: timeline.read,
    toldBefore: notices.toldBefore,
    /** Ends holds. What the word for a family stands for is kept as told by it. */
    release: (release: Release, at: Date): Released =>
      durably(true, () => {
        for (const watched of release.jobs) jobs.put(watched)
        const covered = decide(release.covered, at)
        notices.told(
          covered.map(({ id }) => id),
          'in the word for its family',
          at,
        )
        return { told: decide(release.drafts, at), covered }
      }),
    markSeen: notices.markSeen,
    /** Several writes as one. */
    together: <T>(act: () => T): T => together(db, act),
    /** The same, and on the disk when it returns, whatever becomes of the machine. */
    durably: <T>(act: () => T): T => durably(true, act),
    /** Leaves nothing but the tables. */
    clear(): void {
      db.exec('DELETE FROM notices; DELETE FROM jobs; DELETE FROM connections')
    },
    /** Writes a copy beside the file that the next start can fall back on. */
    backUp(file: string): void {
      backUp(db, file)
    },
    /** Leaves one whole file, if the disk lets it: the driver's close alone keeps everything in the -wal beside it. */
    close(): void {
      try {
        db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      } finally {
        db.close()
      }
    },
  }
}

export type Journal = ReturnType<typeof journalOf>
