import { z } from 'zod'
import type { Diagnostics } from '../../shared/diagnostics'
import type { Db } from './db'

const pages = z.object({ all: z.number(), free: z.number(), size: z.number(), version: z.number() })
const rows = z.object({
  jobs: z.number(),
  forgotten: z.number(),
  notices: z.number(),
  timeline: z.number(),
  posts: z.number(),
})

/** How large the journal is; what SQLite keeps beside the file until the next checkpoint is not counted. */
export function sizeOf(db: Db): () => Diagnostics['journal'] {
  const measure = db.prepare(
    `SELECT p.page_count AS "all", f.freelist_count AS free, s.page_size AS size, v.user_version AS version
     FROM pragma_page_count p, pragma_freelist_count f, pragma_page_size s, pragma_user_version v`,
  )
  const count = db.prepare(
    `SELECT (SELECT count(*) FROM jobs WHERE forgotten_at IS NULL) AS jobs,
       (SELECT count(*) FROM jobs WHERE forgotten_at IS NOT NULL) AS forgotten,
       (SELECT count(*) FROM notices) AS notices, (SELECT count(*) FROM timeline) AS timeline,
       (SELECT count(*) FROM posts) AS posts`,
  )
  return () => {
    const { all, free, size, version } = pages.parse(measure.get())
    return { version, bytes: all * size, freeBytes: free * size, rows: rows.parse(count.get()) }
  }
}
