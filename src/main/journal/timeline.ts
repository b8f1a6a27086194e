import { z } from 'zod'
import { type JobRef, phases } from '../../shared/job'
import type { TimelineEntry } from '../../shared/timeline'
import { thinned } from '../watch/thinning'
import type { Db } from './db'

/** More than this are thinned to `keptPoints`, so that it happens once in so many changes. */
const mostPoints = 240
const keptPoints = 160

const rowSchema = z.object({
  at: z.number(),
  unseen_since: z.number().nullable(),
  epoch: z.number(),
  status: z.string(),
  phase: z.enum(phases),
  stage: z.string().nullable(),
  message: z.string().nullable(),
  percent: z.number().nullable(),
  total: z.number().nullable(),
  processed: z.number().nullable(),
  failed: z.number().nullable(),
  warned: z.number().nullable(),
})

const placeRow = z.object({ place: z.number() })
const saidRow = z.object({ message: z.string() })

const iso = (ms: number): string => new Date(ms).toISOString()

/** A message of its own in each entry would be most of the file: null says that it is the one before, '' that there is none. */
function entriesOf(rows: readonly unknown[]): readonly TimelineEntry[] {
  let said: string | null = null
  return rows.map((raw: unknown): TimelineEntry => {
    const { at, unseen_since, message, ...rest } = rowSchema.parse(raw)
    if (message !== null) said = message === '' ? null : message
    return { at: iso(at), unseenSince: unseen_since === null ? null : iso(unseen_since), message: said, ...rest }
  })
}

/** The way each job went: what the API forgets. */
export function timelineTable(db: Db) {
  const mine = 'connection_id = ? AND job_id = ?'
  const select = db.prepare(`SELECT * FROM timeline WHERE ${mine} ORDER BY place`)
  const remove = db.prepare(`DELETE FROM timeline WHERE ${mine}`)
  const placeOf = db.prepare(`SELECT coalesce(max(place), 0) AS place FROM timeline WHERE ${mine}`)
  const lastSaid = db.prepare(
    `SELECT message FROM timeline WHERE ${mine} AND message IS NOT NULL ORDER BY place DESC LIMIT 1`,
  )
  const insert = db.prepare(
    `INSERT INTO timeline (connection_id, job_id, place, at, unseen_since, epoch, status, phase, stage, message, percent,
       total, processed, failed, warned) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )

  const write = ({ connectionId, jobId }: JobRef, place: number, entry: TimelineEntry, said: string | null): void => {
    const { at, unseenSince, epoch, status, phase, stage, percent, total, processed, failed, warned } = entry
    const message = (entry.message ?? '') === (said ?? '') ? null : (entry.message ?? '')
    const times = [new Date(at).getTime(), unseenSince === null ? null : new Date(unseenSince).getTime()]
    const counts = [percent, total, processed, failed, warned]
    insert.run(connectionId, jobId, place, ...times, epoch, status, phase, stage, message, ...counts)
  }

  const read = ({ connectionId, jobId }: JobRef): readonly TimelineEntry[] => entriesOf(select.all(connectionId, jobId))
  const drop = ({ connectionId, jobId }: JobRef): void => {
    remove.run(connectionId, jobId)
  }

  return {
    /** Oldest first. */
    read,
    /** Never lets one job have more than `mostPoints`; places are numbered anew when it is thinned. */
    add(ref: JobRef, entries: readonly TimelineEntry[]): void {
      if (entries.length === 0) return
      const { connectionId, jobId } = ref
      const { place } = placeRow.parse(placeOf.get(connectionId, jobId))
      const isTooMuch = place + entries.length > mostPoints
      const all = isTooMuch ? thinned([...read(ref), ...entries], keptPoints) : entries
      if (isTooMuch) drop(ref)
      const row = isTooMuch ? undefined : lastSaid.get(connectionId, jobId)
      let said = row === undefined ? null : saidRow.parse(row).message
      for (const [index, entry] of all.entries()) {
        write(ref, (isTooMuch ? 0 : place) + index + 1, entry, said)
        said = entry.message
      }
    },
    /** For a job of which nothing is known: what was kept under its id is another's (api-notes E44). */
    drop,
  }
}

export type TimelineTable = ReturnType<typeof timelineTable>
