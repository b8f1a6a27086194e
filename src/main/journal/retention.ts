import { z } from 'zod'
import { type JobRef, refKey } from '../../shared/job'
import { type Db, together } from './db'

const refRow = z.object({ connection_id: z.string(), job_id: z.string() })
const laneRow = z.object({ lane: z.string() })
const numberRow = z.object({ n: z.number() })

/** Rows of each kind that one step deletes at most, so that no step is long. */
const mostRows = 200
const mostForgotten = 20
/** Pages given back to the disk in one step, and free ones that are left for what comes next. */
const pagesAtOnce = 200
const pagesLeftFree = 256

const settled = `state IN ('sent', 'refused', 'dropped')`

/** What is old goes: in small steps, each a transaction of its own. */
export function retentionTable(db: Db) {
  const removeJob = db.prepare('DELETE FROM jobs WHERE connection_id = ? AND job_id = ?')
  const forgotten = db.prepare(
    `DELETE FROM jobs WHERE (connection_id, job_id) IN
       (SELECT connection_id, job_id FROM jobs WHERE forgotten_at < ? LIMIT ${mostForgotten})`,
  )
  // One whose job is on the list still stays: its key keeps the same from being told again.
  const notices = db.prepare(
    `DELETE FROM notices WHERE id IN
       (SELECT id FROM notices n WHERE decided_at < ? AND seen = 1 AND told_at IS NOT NULL AND NOT EXISTS
          (SELECT 1 FROM jobs j WHERE j.connection_id = n.connection_id AND j.job_id = n.job_id AND j.forgotten_at IS NULL)
        ORDER BY id LIMIT ${mostRows})`,
  )
  const posts = db.prepare(
    `DELETE FROM posts WHERE id IN
       (SELECT id FROM posts WHERE run_id IS NULL AND ${settled} AND ended_at < ? ORDER BY ended_at LIMIT ${mostRows})`,
  )
  const runs = db.prepare(
    `DELETE FROM runs WHERE id IN
       (SELECT id FROM runs r WHERE created_at < ? AND NOT EXISTS
          (SELECT 1 FROM posts p WHERE p.run_id = r.id AND (NOT p.${settled} OR p.ended_at >= ?)) LIMIT 1)`,
  )
  const unseen = db.prepare(
    'SELECT DISTINCT connection_id, job_id FROM notices WHERE (seen = 0 OR told_at IS NULL) AND job_id IS NOT NULL',
  )
  const unsettled = db.prepare(`SELECT DISTINCT lane FROM posts WHERE NOT ${settled}`)
  const changed = db.prepare('SELECT changes() AS n')
  const live = db.prepare(
    `SELECT (p.page_count - f.freelist_count) * s.page_size AS n
     FROM pragma_page_count p, pragma_freelist_count f, pragma_page_size s`,
  )
  const free = db.prepare('SELECT freelist_count AS n FROM pragma_freelist_count')
  const one = (statement: typeof changed): number => numberRow.parse(statement.get()).n

  const deleted = (statement: typeof changed, ...values: readonly string[]): number => {
    statement.run(...values)
    return one(changed)
  }

  return {
    /** Keys of jobs about which something was not seen yet, or a post is not settled. */
    kept: (): ReadonlySet<string> =>
      new Set([
        ...unseen.all().map(row => {
          const { connection_id, job_id } = refRow.parse(row)
          return refKey({ connectionId: connection_id, jobId: job_id })
        }),
        ...unsettled.all().map(row => laneRow.parse(row).lane),
      ]),
    /** With its details and its time line. */
    removeJob({ connectionId, jobId }: JobRef): void {
      removeJob.run(connectionId, jobId)
    },
    /** Deletes some of what is older; gives back how many rows. To be called until nothing is left. */
    sweep: (before: Date, forgottenBefore: Date): number =>
      together(db, () => {
        const at = before.toISOString()
        return (
          deleted(forgotten, forgottenBefore.toISOString()) +
          deleted(notices, at) +
          deleted(posts, at) +
          deleted(runs, at, at)
        )
      }),
    /** Bytes of the file that are in use. */
    bytes: (): number => one(live),
    /** Gives some free pages back to the disk; false when there are none to give. */
    shrink(): boolean {
      const before = one(free)
      if (before <= pagesLeftFree) return false
      db.exec(`PRAGMA incremental_vacuum(${pagesAtOnce})`)
      return one(free) < before
    },
  }
}

export type RetentionTable = ReturnType<typeof retentionTable>
