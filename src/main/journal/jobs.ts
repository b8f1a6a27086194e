import { z } from 'zod'
import type { JobRef } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import type { Db } from './db'

// Written by this app alone and guarded by the schema version, so the outline is checked, not each field.
const outline = z.object({ ref: z.object({ connectionId: z.string(), jobId: z.string() }) })
const watchedSchema = z.custom<WatchedJob>(value => outline.safeParse(value).success)
const watchedRow = z.object({ watched: z.string() })

/** Without the guess of how long it will take: that is made anew from the time line, and an old one would be wrong. */
const textOf = ({ speed: _, ...kept }: WatchedJob): string => JSON.stringify(kept)

/** The watch list with the last known state of each job. */
export function jobTable(db: Db) {
  const listed = db.prepare('SELECT watched FROM jobs WHERE forgotten_at IS NULL')
  const put = db.prepare(
    `INSERT INTO jobs (connection_id, job_id, watched) VALUES (?, ?, ?)
     ON CONFLICT (connection_id, job_id) DO UPDATE SET watched = excluded.watched`,
  )
  const begin = db.prepare(
    `INSERT INTO jobs (connection_id, job_id, watched) VALUES (?, ?, ?)
     ON CONFLICT (connection_id, job_id) DO UPDATE SET watched = excluded.watched, forgotten_at = NULL
     WHERE forgotten_at IS NOT NULL`,
  )
  const forget = db.prepare('UPDATE jobs SET forgotten_at = ? WHERE connection_id = ? AND job_id = ?')
  const read = db.prepare('SELECT watched FROM jobs WHERE connection_id = ? AND job_id = ?')
  const forgotten = db.prepare('SELECT 1 FROM jobs WHERE connection_id = ? AND job_id = ? AND forgotten_at IS NOT NULL')

  return {
    all: (): readonly WatchedJob[] =>
      listed.all().map((row: unknown) => watchedSchema.parse(JSON.parse(watchedRow.parse(row).watched))),
    put(watched: WatchedJob): void {
      put.run(watched.ref.connectionId, watched.ref.jobId, textOf(watched))
    },
    /** Puts jobs on the list, but for those that are on it. */
    begin(list: readonly WatchedJob[]): void {
      for (const watched of list) begin.run(watched.ref.connectionId, watched.ref.jobId, textOf(watched))
    },
    forget(ref: JobRef, at: Date): void {
      forget.run(at.toISOString(), ref.connectionId, ref.jobId)
    },
    /** Takes a forget back; null when there is nothing to take back. */
    restore(ref: JobRef): WatchedJob | null {
      forget.run(null, ref.connectionId, ref.jobId)
      const row = read.get(ref.connectionId, ref.jobId)
      return row === undefined ? null : watchedSchema.parse(JSON.parse(watchedRow.parse(row).watched))
    },
    isForgotten: ({ connectionId, jobId }: JobRef): boolean => forgotten.get(connectionId, jobId) !== undefined,
  }
}

export type JobTable = ReturnType<typeof jobTable>
