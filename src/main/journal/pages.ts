import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type JobRef, mostOnAPage } from '../../shared/job'
import type { Db } from './db'

export const lists = ['errors', 'warnings', 'referenceKeys'] as const
export type List = (typeof lists)[number]

const pageRow = z.object({ page: z.number(), digest: z.string() })
const entriesRow = z.object({ entries: z.string() })

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64')

/** The long lists of a job, by the page: reading or changing one entry of ten thousand touches that page alone. */
export function pageTable(db: Db) {
  const digests = db.prepare('SELECT page, digest FROM job_pages WHERE connection_id = ? AND job_id = ? AND list = ?')
  const put = db.prepare(
    `INSERT INTO job_pages (connection_id, job_id, list, page, digest, entries) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET digest = excluded.digest, entries = excluded.entries`,
  )
  const unfile = db.prepare('INSERT OR IGNORE INTO unfiled (connection_id, job_id, list, page) VALUES (?, ?, ?, ?)')
  const cut = db.prepare('DELETE FROM job_pages WHERE connection_id = ? AND job_id = ? AND list = ? AND page >= ?')
  const read = db.prepare(
    `SELECT entries FROM job_pages WHERE connection_id = ? AND job_id = ? AND list = ? AND page BETWEEN ? AND ?
     ORDER BY page`,
  )

  return {
    /** Replaces a list; pages that are the same are not written again. */
    write({ connectionId, jobId }: JobRef, list: List, entries: readonly unknown[]): void {
      const rows = digests.all(connectionId, jobId, list).map((row: unknown) => pageRow.parse(row))
      const known = new Map(rows.map(({ page, digest }) => [page, digest]))
      const pages = Math.ceil(entries.length / mostOnAPage)
      for (let page = 0; page < pages; page += 1) {
        const text = JSON.stringify(entries.slice(page * mostOnAPage, (page + 1) * mostOnAPage))
        const digest = digestOf(text)
        if (known.get(page) === digest) continue
        put.run(connectionId, jobId, list, page, digest, text)
        unfile.run(connectionId, jobId, list, page)
      }
      if (known.size > pages) cut.run(connectionId, jobId, list, pages)
    },
    /** The entries from one index up to another, in the order in which they were written. */
    read({ connectionId, jobId }: JobRef, list: List, from: number, to: number): readonly unknown[] {
      if (to <= from) return []
      const first = Math.floor(from / mostOnAPage)
      const last = Math.floor((to - 1) / mostOnAPage)
      const entries = read.all(connectionId, jobId, list, first, last).flatMap((row: unknown): unknown[] => {
        const parsed: unknown = JSON.parse(entriesRow.parse(row).entries)
        return Array.isArray(parsed) ? parsed : []
      })
      return entries.slice(from - first * mostOnAPage, to - first * mostOnAPage)
    },
  }
}
