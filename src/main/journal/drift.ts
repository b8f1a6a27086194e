import { z } from 'zod'
import { type Drift, driftKinds } from '../../shared/diagnostics'
import type { Db } from './db'

const rowSchema = z
  .object({
    connection_id: z.string(),
    kind: z.enum(driftKinds),
    name: z.string(),
    first_seen: z.string(),
    last_seen: z.string(),
    count: z.number(),
  })
  .transform(
    ({ connection_id, kind, name, first_seen, last_seen, count }): Drift => ({
      connectionId: connection_id,
      kind,
      name,
      firstSeen: first_seen,
      lastSeen: last_seen,
      count,
    }),
  )

/** What servers have sent that we do not know. */
export function driftTable(db: Db) {
  const all = db.prepare('SELECT * FROM drift')
  const upsert = db.prepare(
    `INSERT INTO drift (connection_id, kind, name, first_seen, last_seen, count) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET last_seen = excluded.last_seen, count = excluded.count`,
  )

  return {
    all: (): readonly Drift[] => all.all().map((row: unknown) => rowSchema.parse(row)),
    put({ connectionId, kind, name, firstSeen, lastSeen, count }: Drift): void {
      upsert.run(connectionId, kind, name, firstSeen, lastSeen, count)
    },
  }
}

export type DriftTable = ReturnType<typeof driftTable>
