import { z } from 'zod'
import { type JobRef, outcomes, refKey } from '../../shared/job'
import { noticeKinds } from '../../shared/notice-kinds'
import type { NoticeView } from '../../shared/snapshot'
import type { HeldNotice } from '../telling/holding'
import type { ToldBefore } from '../watch/earlier-stay'
import type { NoticeDraft } from '../watch/notices'
import type { Db } from './db'

const rowSchema = z
  .object({
    id: z.number(),
    kind: z.enum(noticeKinds),
    connection_id: z.string(),
    job_id: z.string().nullable(),
    outcome: z.enum(outcomes).nullable(),
    title: z.string(),
    body: z.string(),
    decided_at: z.string(),
    seen: z.number(),
  })
  .transform(
    (row): NoticeView => ({
      id: row.id,
      kind: row.kind,
      connectionId: row.connection_id,
      ref: row.job_id === null ? null : { connectionId: row.connection_id, jobId: row.job_id },
      outcome: row.outcome,
      title: row.title,
      body: row.body,
      at: row.decided_at,
      seen: row.seen === 1,
    }),
  )

const toldRow = z.object({ key: z.string(), outcome: z.enum(outcomes).nullable(), decided_at: z.string() })

const idRow = z.object({ id: z.number() })

/** Many at once in one statement, which may stand in a transaction or be one. */
const listed = 'id IN (SELECT value FROM json_each(?))'

const columns = 'id, kind, connection_id, job_id, outcome, title, body, decided_at, seen'

/** The ledger: a notice is written as decided, and again as told; its key lets it happen once (architecture rule 5). */
export function noticeTable(db: Db) {
  const insert = db.prepare(
    `INSERT INTO notices (key, kind, connection_id, job_id, outcome, title, body, decided_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING RETURNING ${columns}`,
  )
  const told = db.prepare(`UPDATE notices SET told_at = ?, told_how = ?, seen = max(seen, ?) WHERE ${listed}`)
  const standsAs = db.prepare(`UPDATE notices SET told_how = ? WHERE told_at IS NULL AND ${listed}`)
  const untold = db.prepare(`SELECT ${columns} FROM notices WHERE told_at IS NULL AND told_how IS NULL ORDER BY id`)
  const held = db.prepare(
    `SELECT ${columns}, told_how = 'digest' AS again FROM notices
     WHERE told_at IS NULL AND told_how IN ('held', 'digest') ORDER BY id`,
  )
  const newest = db.prepare(`SELECT ${columns} FROM notices ORDER BY id DESC LIMIT ?`)
  // By the key, which has an index; '0' follows '/'. An id may hold a slash itself.
  const ofJob = db.prepare(
    'SELECT key, outcome, decided_at FROM notices WHERE key > ? AND key < ? AND job_id = ? ORDER BY id',
  )
  const markSeen = db.prepare(`UPDATE notices SET seen = 1 WHERE seen = 0 AND ${listed} RETURNING id`)
  const markAllSeen = db.prepare('UPDATE notices SET seen = 1 WHERE seen = 0 RETURNING id')
  const markUnseen = db.prepare(`UPDATE notices SET seen = 0 WHERE ${listed}`)

  /** Untold still; where it stands on the way. */
  const stand = (ids: readonly number[], how: 'held' | 'digest') => void standsAs.run(how, JSON.stringify(ids))

  return {
    /** Writes the draft unless its key is known; gives back the notice only when it is new. */
    decide(draft: NoticeDraft, at: Date): NoticeView | null {
      const { key, kind, connectionId, ref, outcome, title, body } = draft
      const row = insert.get(key, kind, connectionId, ref?.jobId ?? null, outcome, title, body, at.toISOString())
      return row === undefined ? null : rowSchema.parse(row)
    },
    /** `how`: shown, or why not; `isSeen`: and nobody has to look at it any more. */
    told(ids: readonly number[], how: string, at: Date, isSeen = false): void {
      told.run(at.toISOString(), how, isSeen ? 1 : 0, JSON.stringify(ids))
    },
    /** Decided, then the app died: these are told after a restart. */
    untold: (): readonly NoticeView[] => untold.all().map((row: unknown) => rowSchema.parse(row)),
    toldBefore(ref: JobRef): ToldBefore | null {
      const key = refKey(ref)
      let last: ToldBefore | null = null
      for (const row of ofJob.all(`${key}/`, `${key}0`, ref.jobId)) {
        const told = toldRow.parse(row)
        const epoch = Number.parseInt(told.key.slice(key.length + 1), 10)
        const before: ToldBefore = last !== null && last.epoch >= epoch ? last : { epoch, endedAt: null }
        last = epoch === before.epoch && told.outcome !== null ? { epoch, endedAt: told.decided_at } : before
      }
      return last
    },
    hold: (ids: readonly number[]) => stand(ids, 'held'),
    /** Held back until a person wants to be disturbed; `isAgain`: a digest with it was begun. */
    held: (): readonly HeldNotice[] =>
      held.all().map((row: unknown) => ({
        notice: rowSchema.parse(row),
        isAgain: z.object({ again: z.number() }).parse(row).again === 1,
      })),
    beginDigest: (ids: readonly number[]) => stand(ids, 'digest'),
    newest: (most: number): readonly NoticeView[] => newest.all(most).map((row: unknown) => rowSchema.parse(row)),
    /** Gives back those that were unseen until now. */
    markSeen: (ids: readonly number[] | 'all'): readonly number[] =>
      (ids === 'all' ? markAllSeen.all() : markSeen.all(JSON.stringify(ids))).map(
        (row: unknown) => idRow.parse(row).id,
      ),
    markUnseen: (ids: readonly number[]): void => void markUnseen.run(JSON.stringify(ids)),
  }
}

export type NoticeTable = ReturnType<typeof noticeTable>
