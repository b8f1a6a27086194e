import { join } from 'node:path'
import { z } from 'zod'
import { type Db, openDb } from '../../../src/main/journal/db'

const text = z.string().nullable()
const rowsSchema = z.array(z.object({ job_id: text, told_at: text, told_how: text }))

export type LedgerOfEndings = {
  readonly endings: readonly string[]
  /** What of it nobody was told. */
  readonly untold: readonly string[]
  /** What was told together with others, so that no notification names it. */
  readonly summedUp: readonly string[]
}

/** What the journal says was decided about endings; read past the app, which may be running. */
export function ledgerOf(db: Db): LedgerOfEndings {
  try {
    const rows = rowsSchema.parse(
      db.prepare("SELECT job_id, told_at, told_how FROM notices WHERE kind = 'ended'").all(),
    )
    const idsOf = (list: typeof rows) => list.map(row => row.job_id ?? '')
    return {
      endings: idsOf(rows),
      untold: idsOf(rows.filter(row => row.told_at === null)),
      summedUp: idsOf(rows.filter(row => row.told_how === 'shown in a summary')),
    }
  } finally {
    db.close()
  }
}

/** What the journal of a profile says became of a job's notice; null: nothing yet. */
export function toldHow(profile: string, jobId: string): string | null {
  const db = openDb(join(profile, 'journal.db'))
  try {
    const row = db.prepare('SELECT told_how FROM notices WHERE job_id = ?').get(jobId)
    return row === undefined ? null : z.object({ told_how: text }).parse(row).told_how
  } finally {
    db.close()
  }
}
