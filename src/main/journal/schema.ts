import { type Db, pragma, together } from './db'

/** One entry a version; never changed once released, only added to. */
const migrations: readonly string[] = [
  `CREATE TABLE connections (
     id TEXT PRIMARY KEY,
     draft TEXT NOT NULL,        -- JSON of ConnectionDraft; never a key
     created_at TEXT NOT NULL,
     key_saved INTEGER NOT NULL  -- 1: the keychain should hold a key
   ) STRICT;
   CREATE TABLE jobs (
     connection_id TEXT NOT NULL REFERENCES connections(id) ON DELETE CASCADE,
     job_id TEXT NOT NULL,
     watched TEXT NOT NULL,      -- JSON of WatchedJob
     detail TEXT,                -- JSON of JobDetail, the last that was read
     forgotten_at TEXT,          -- set: off the list, kept for a while so that it can be taken back
     PRIMARY KEY (connection_id, job_id)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE notices (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     key TEXT NOT NULL UNIQUE,   -- connection/job/epoch/outcome: what makes a notice once and for ever
     kind TEXT NOT NULL,
     connection_id TEXT NOT NULL,
     job_id TEXT,
     outcome TEXT,
     title TEXT NOT NULL,
     body TEXT NOT NULL,
     decided_at TEXT NOT NULL,
     told_at TEXT,               -- null: decided but not yet told; told after a restart
     told_how TEXT,              -- 'shown', or why it could not be
     seen INTEGER NOT NULL DEFAULT 0
   ) STRICT;`,
]

export const newestVersion = migrations.length

export function migrate(db: Db): void {
  const from = Number(pragma(db, 'user_version'))
  for (const [index, statements] of migrations.entries()) {
    if (index < from) continue
    together(db, () => {
      db.exec(statements)
      db.exec(`PRAGMA user_version = ${index + 1}`)
    })
  }
}
