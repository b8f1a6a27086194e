import { z } from 'zod'
import type { ConnectionId } from '../../shared/connection'
import type { JobRef } from '../../shared/job'
import type { Db } from './db'
import { lists } from './pages'

const row = z
  .object({
    key: z.string(),
    filed: z.number(),
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
  const select = (where: string, order: string) =>
    db.prepare(
      `SELECT k.key, k.filed, k.place, f.page, f.list, f.connection_id, f.job_id
       FROM item_keys k JOIN filed_pages f ON f.id = k.filed
       WHERE ${where} AND (? IS NULL OR f.connection_id = ?) ORDER BY ${order} LIMIT ?`,
    )
  const exact = select('k.key = ? AND (k.filed, k.place) > (?, ?)', 'k.filed, k.place')
  const beginning = select('(k.key, k.filed, k.place) > (?, ?, ?) AND k.key < ?', 'k.key, k.filed, k.place')
  return {
    /** In any case of (Latin) letters. `of`: in this connection's jobs; null: in all. `after`: those behind this one. */
    exactly(key: string, of: ConnectionId | null, most: number, after: KeyPlace | null = null): readonly KeyPlace[] {
      const { filed, place } = after ?? { filed: -1, place: -1 }
      return exact.all(key, filed, place, of, of, most).map((raw: unknown) => row.parse(raw))
    },
    /** Longer keys that begin with it, in their order. */
    beginningWith(
      key: string,
      of: ConnectionId | null,
      most: number,
      after: KeyPlace | null = null,
    ): readonly KeyPlace[] {
      const from = after ?? { key, filed: Number.MAX_SAFE_INTEGER, place: 0 }
      return beginning
        .all(from.key, from.filed, from.place, key + last, of, of, most)
        .map((raw: unknown) => row.parse(raw))
    },
  }
}

export type ItemKeyTable = ReturnType<typeof itemKeyTable>
