import Database from 'libsql'

/** As much of the driver as is used. It speaks better-sqlite3's language, with gaps. */
export type Db = {
  exec(statements: string): unknown
  prepare(statement: string): {
    run(...values: unknown[]): unknown
    /** Carries a `_metadata` beside the columns: rows are parsed, not taken as they are. */
    get(...values: unknown[]): unknown
    all(...values: unknown[]): unknown[]
  }
  close(): unknown
}

export const openDb = (file: string): Db => new Database(file)

/**
 * Several writes as one. Own words instead of the driver's `transaction`: when SQLite has rolled back by itself (a full
 * disk), that one fails on its own rollback and hides the reason.
 */
export function together<T>(db: Db, act: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const value = act()
    db.exec('COMMIT')
    return value
  } catch (error) {
    rollBack(db)
    throw error
  }
}

function rollBack(db: Db): void {
  try {
    db.exec('ROLLBACK')
  } catch {
    // SQLite has done so already
  }
}

/** The one value of a pragma; the driver's own `simple` option gives back a row. */
export function pragma(db: Db, name: 'user_version' | 'quick_check' | 'auto_vacuum' | 'page_count'): unknown {
  const row = db.prepare(`PRAGMA ${name}`).all()[0]
  return typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined
}
