import { type Db, openDb } from '../../src/main/journal/db'
import { migrate } from '../../src/main/journal/schema'

/** The journal's own tables in a database that no disk holds. */
export function journalInMemory(): Db {
  const db = openDb(':memory:')
  db.exec('PRAGMA foreign_keys = ON')
  migrate(db)
  return db
}
