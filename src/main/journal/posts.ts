import { z } from 'zod'
import type { JobRef } from '../../shared/job'
import { type Post, type PostId, type PostState, postStates } from '../../shared/outbox'
import type { Db } from './db'

/** A post and what only the outbox needs to know of it. */
export type StoredPost = {
  readonly post: Post
  /** All posts of one lane are sent one after the other. */
  readonly lane: string
  readonly place: number
  /** The server and organization it was ordered for. */
  readonly target: string
}

// Written by this app alone and guarded by the schema version, so the outline is checked, not each field.
const outline = z.object({ id: z.string(), content: z.object({ kind: z.string() }) })
const postSchema = z.custom<Omit<Post, 'state' | 'endedAt'>>(value => outline.safeParse(value).success)
const rowSchema = z
  .object({
    lane: z.string(),
    place: z.number(),
    target: z.string(),
    state: z.enum(postStates),
    ended_at: z.string().nullable(),
    post: z.string(),
  })
  .transform(({ lane, place, target, state, ended_at, post }): StoredPost => {
    return { lane, place, target, post: { ...postSchema.parse(JSON.parse(post)), state, endedAt: ended_at } }
  })

const rowsSchema = z
  .object({ rows: z.string() })
  .transform(({ rows }): readonly number[] => z.array(z.int()).parse(JSON.parse(rows)))

const columns = 'lane, place, target, state, ended_at, post'
const inLine = `state IN ('waiting', 'sending', 'unknown')`
/** Those of a run that is not going stand aside; one that may be on its way or may have arrived never does. */
const mayGo = `(state <> 'waiting' OR run_id IS NULL OR run_id IN (SELECT id FROM runs WHERE state = 'going'))`

/** After an old backup was taken up: what stood in line then may have been sent since, so nothing of it goes by itself. */
export function doubtPosts(db: Db): void {
  db.exec(
    `UPDATE runs SET state = 'held' WHERE state = 'going';
     UPDATE posts SET state = 'unknown' WHERE state = 'sending' OR (state = 'waiting' AND run_id IS NULL)`,
  )
}

/** The outbox. */
export function postTable(db: Db) {
  const upsert = db.prepare(
    `INSERT INTO posts (id, connection_id, run_id, lane, place, state, ended_at, target, post)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET lane = excluded.lane, place = excluded.place, state = excluded.state,
       ended_at = excluded.ended_at, target = excluded.target, post = excluded.post`,
  )
  const byId = db.prepare(`SELECT ${columns} FROM posts WHERE id = ?`)
  const head = db.prepare(
    `SELECT ${columns} FROM posts WHERE lane = ? AND ${inLine} AND ${mayGo} ORDER BY place LIMIT 1`,
  )
  const lanes = db.prepare(`SELECT DISTINCT lane FROM posts WHERE ${inLine}`)
  const inState = db.prepare(`SELECT ${columns} FROM posts WHERE state = ? ORDER BY place`)
  const last = db.prepare('SELECT coalesce(max(place), 0) AS place FROM posts')
  const open = db.prepare(
    `SELECT ${columns} FROM posts
     WHERE run_id IS NULL AND state IN ('draft', 'waiting', 'sending', 'unknown') ORDER BY place LIMIT 1000`,
  )
  const ended = db.prepare(
    `SELECT ${columns} FROM posts WHERE run_id IS NULL AND state IN ('sent', 'refused') ORDER BY ended_at DESC LIMIT ?`,
  )
  const unknownOfRuns = db.prepare(
    `SELECT ${columns} FROM posts WHERE run_id IS NOT NULL AND state = 'unknown' ORDER BY place LIMIT ?`,
  )
  // As one text: twenty thousand rows would come out of the driver one by one.
  const unsentOfRun = db.prepare(
    `SELECT json_group_array(row) AS rows FROM
       (SELECT rowid AS row FROM posts WHERE run_id = ? AND state NOT IN ('sent', 'draft') ORDER BY place)`,
  )
  const atRows = db.prepare(
    `SELECT ${columns} FROM posts WHERE rowid IN (SELECT value FROM json_each(?)) AND run_id = ? ORDER BY place`,
  )
  // The lane tells a creation without its text being read.
  const madeBy = db.prepare(
    `SELECT 1 FROM posts WHERE run_id IS NULL AND state = 'sent' AND substr(lane, 1, 7) = 'create/'
       AND connection_id = ? AND target = ? AND json_extract(post, '$.ref.jobId') = ? LIMIT 1`,
  )
  const giveUp = db.prepare(
    `UPDATE posts SET state = 'dropped', ended_at = ? WHERE rowid IN
       (SELECT rowid FROM posts WHERE run_id = ? AND state = 'waiting' LIMIT ?) RETURNING 1`,
  )

  const list = (rows: readonly unknown[]): readonly StoredPost[] => rows.map(row => rowSchema.parse(row))
  const one = (row: unknown): StoredPost | null => (row === undefined ? null : rowSchema.parse(row))

  return {
    put({ post: { state, endedAt, ...rest }, lane, place, target }: StoredPost): void {
      const json = JSON.stringify(rest)
      upsert.run(rest.id, rest.connectionId, rest.runId, lane, place, state, endedAt, target, json)
    },
    get: (id: PostId): StoredPost | null => one(byId.get(id)),
    /** The one whose turn it is in a lane, or that stands in the way. */
    head: (lane: string): StoredPost | null => one(head.get(lane)),
    lanes: (): readonly string[] => lanes.all().map((row: unknown) => z.object({ lane: z.string() }).parse(row).lane),
    inState: (state: PostState): readonly StoredPost[] => list(inState.all(state)),
    nextPlace: (): number => z.object({ place: z.number() }).parse(last.get()).place + 1,
    /** What a person sees: what is open, oldest first, then the newest of what has ended. */
    shown: (mostEnded: number, mostOfRuns: number): readonly Post[] =>
      [...list(open.all()), ...list(unknownOfRuns.all(mostOfRuns)), ...list(ended.all(mostEnded))].map(
        ({ post }) => post,
      ),
    /** Where all of a run is but what was sent, in its order; good as long as the app runs. */
    unsentRows: (runId: string): readonly number[] => rowsSchema.parse(unsentOfRun.get(runId)),
    atRows: (runId: string, rows: readonly number[]): readonly Post[] =>
      list(atRows.all(JSON.stringify(rows), runId)).map(({ post }) => post),
    /** Whether a creation that is kept still has made this job, there. */
    hasCreated: ({ connectionId, jobId }: JobRef, target: string): boolean =>
      madeBy.get(connectionId, target, jobId) !== undefined,
    /** Gives up so many at most of those of a run that wait; says how many. */
    giveUpSome: (runId: string, at: Date, most: number): number => giveUp.all(at.toISOString(), runId, most).length,
  }
}

export type PostTable = ReturnType<typeof postTable>
