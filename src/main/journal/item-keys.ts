import { z } from 'zod'
import type { ConnectionId } from '../../shared/connection'
import type { JobRef } from '../../shared/job'
import type { Db } from './db'
import { lists } from './pages'

const row = z
  .object({
    key: z.string(),
    place: z.number(),
    page: z.number(),
    list: z.enum(lists),
    connection_id: z.string(),
    job_id: z.string(),
  })
  .transform(({ connection_id, job_id, ...rest }) => ({
    ...rest,
    ref: { connectionId: connection_id, jobId: job_id } satisfies JobRef,
  }))
export type KeyPlace = z.infer<typeof row>

/** Greater than every sign, so that it ends the range of all that begins alike. */
const last = '\u{10ffff}'

/** Where items are named in the lists of all jobs. */
export function itemKeyTable(db: Db) {
  const select = (where: string) =>
    db.prepare(
      `SELECT k.key, k.place, f.page, f.list, f.connection_id, f.job_id
       FROM item_keys k JOIN filed_pages f ON f.id = k.filed
       WHERE ${where} AND (? IS NULL OR f.connection_id = ?) LIMIT ?`,
    )
  const exact = select('k.key = ?')
  const beginning = select('k.key > ? AND k.key < ?')
  return {
    /** In any case of (Latin) letters. `of`: in this connection's jobs; null: in all. */
    exactly: (key: string, of: ConnectionId | null, most: number): readonly KeyPlace[] =>
      exact.all(key, of, of, most).map((raw: unknown) => row.parse(raw)),
    /** Longer keys that begin with it, in their order. */
    beginningWith: (key: string, of: ConnectionId | null, most: number): readonly KeyPlace[] =>
      beginning.all(key, key + last, of, of, most).map((raw: unknown) => row.parse(raw)),
  }
}

export type ItemKeyTable = ReturnType<typeof itemKeyTable>
