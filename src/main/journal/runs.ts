import { z } from 'zod'
import type { Fault } from '../../shared/fault'
import type { PostRun, Waits } from '../../shared/outbox'
import type { Db } from './db'

/** Whether a run is done is told by its posts. `filling`: not all of its posts are in line yet, so there is no such run yet. */
export type StoredRun = Omit<PostRun, 'counts' | 'state' | 'waits'> & {
  readonly state: 'filling' | 'going' | 'held' | 'stopped'
}
type Shown = StoredRun & { readonly state: Exclude<StoredRun['state'], 'filling'> }

const rowSchema = z
  .object({
    id: z.string(),
    connection_id: z.string(),
    job_id: z.string(),
    label: z.string(),
    created_at: z.string(),
    state: z.enum(['going', 'held', 'stopped']),
    fault: z.string().nullable(),
    left_out: z.int(),
  })
  .transform(
    (row): Shown => ({
      id: row.id,
      ref: { connectionId: row.connection_id, jobId: row.job_id },
      label: row.label,
      createdAt: row.created_at,
      state: row.state,
      fault: row.fault === null ? null : faultSchema.parse(JSON.parse(row.fault)),
      ...(row.left_out > 0 && { leftOut: row.left_out }),
    }),
  )
const faultSchema = z.custom<Fault>(value => z.object({ kind: z.string() }).safeParse(value).success)
const postSchema = z.object({ post: z.string() })
const waitsSchema = z.object({
  fault: faultSchema.nullable(),
  nextTryAt: z.string().nullable(),
  connectionPaused: z.boolean().default(false),
})
const countSchema = z.object({ state: z.string(), count: z.number() })

const none: PostRun['counts'] = { waiting: 0, sending: 0, sent: 0, refused: 0, unknown: 0, dropped: 0 }

/** Many posts that belong together. */
export function runTable(db: Db) {
  const insert = db.prepare(
    `INSERT INTO runs (id, connection_id, job_id, label, created_at, state, fault, left_out) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const update = db.prepare('UPDATE runs SET state = ?, fault = ? WHERE id = ?')
  const all = db.prepare("SELECT * FROM runs WHERE state <> 'filling' ORDER BY created_at DESC, id")
  const byId = db.prepare("SELECT * FROM runs WHERE id = ? AND state <> 'filling'")
  const counts = db.prepare('SELECT state, count(*) AS count FROM posts WHERE run_id = ? GROUP BY state')
  const remove = db.prepare('DELETE FROM runs WHERE id = ?')
  const sweep = db.prepare("DELETE FROM runs WHERE state = 'filling'")
  const next = db.prepare("SELECT post FROM posts WHERE run_id = ? AND state = 'waiting' ORDER BY place LIMIT 1")

  /** What its next post says of why it waits. */
  const waitsOf = (id: string): Waits | null => {
    const row = next.get(id)
    const waits = row === undefined ? null : waitsSchema.parse(JSON.parse(postSchema.parse(row).post))
    return waits === null || (waits.fault === null && !waits.connectionPaused) ? null : waits
  }

  const whole = (run: Shown): PostRun => {
    const found = counts.all(run.id).map((row: unknown) => countSchema.parse(row))
    const all = { ...none, ...Object.fromEntries(found.map(({ state, count }) => [state, count])) }
    const isOver = all.waiting + all.sending + all.unknown === 0
    const waits = run.state === 'going' && !isOver ? waitsOf(run.id) : null
    return {
      ...run,
      ...(waits !== null && { waits }),
      state: isOver && run.state !== 'stopped' ? 'done' : run.state,
      counts: all,
    }
  }

  return {
    insert({ id, ref, label, createdAt, state, fault, leftOut = 0 }: StoredRun): void {
      insert.run(id, ref.connectionId, ref.jobId, label, createdAt, state, fault && JSON.stringify(fault), leftOut)
    },
    update(id: string, state: StoredRun['state'], fault: Fault | null): void {
      update.run(state, fault && JSON.stringify(fault), id)
    },
    get(id: string): PostRun | null {
      const row = byId.get(id)
      return row === undefined ? null : whole(rowSchema.parse(row))
    },
    all: (): readonly PostRun[] => all.all().map((row: unknown) => whole(rowSchema.parse(row))),
    /** With all its posts. */
    remove(id: string): void {
      remove.run(id)
    },
    /** What an earlier run of the app had begun to put in line; nobody was told that it was. */
    removeHalf(): void {
      sweep.run()
    },
  }
}

export type RunTable = ReturnType<typeof runTable>
