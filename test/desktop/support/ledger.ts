import { z } from 'zod'
import type { Db } from '../../../src/main/journal/db'

const rowsSchema = z.array(z.object({ job_id: z.string().nullable(), told_at: z.string().nullable() }))

/** What the journal says was decided about endings, and what of it nobody was told; read past the app, which may be running. */
export function ledgerOf(db: Db): { readonly endings: readonly string[]; readonly untold: readonly string[] } {
  try {
    const rows = rowsSchema.parse(db.prepare("SELECT job_id, told_at FROM notices WHERE kind = 'ended'").all())
    const idsOf = (list: typeof rows) => list.map(row => row.job_id ?? '')
    return { endings: idsOf(rows), untold: idsOf(rows.filter(row => row.told_at === null)) }
  } finally {
    db.close()
  }
}
