import type { Db } from './db'

/** Until when servers want no requests, by their scheme, host and port; ISO. */
export function pauseTable(db: Db) {
  const put = db.prepare(
    'INSERT INTO pauses (origin, until) VALUES (?, ?) ON CONFLICT (origin) DO UPDATE SET until = excluded.until',
  )
  const read = db.prepare('SELECT until FROM pauses WHERE origin = ?')
  const drop = db.prepare('DELETE FROM pauses WHERE until <= ?')

  return {
    put(origin: string, until: string): void {
      put.run(origin, until)
    },
    /** Null: it did not ask for that. */
    until(origin: string): string | null {
      const row: unknown = read.get(origin)
      return typeof row === 'object' && row !== null && 'until' in row ? String(row.until) : null
    },
    /** Lets go of what is over. */
    dropBefore(now: string): void {
      drop.run(now)
    },
  }
}

export type PauseTable = ReturnType<typeof pauseTable>
