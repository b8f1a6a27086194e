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
     detail TEXT,                -- JSON of what a detail has beside its lists
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
  // The long lists leave the detail, so that one more error of ten thousand rewrites one page and not all.
  `CREATE TABLE job_pages (
     connection_id TEXT NOT NULL,
     job_id TEXT NOT NULL,
     list TEXT NOT NULL,         -- errors, warnings or referenceKeys
     page INTEGER NOT NULL,      -- from 0; each holds 500 entries, the last one fewer
     digest TEXT NOT NULL,       -- of entries, so that what has not changed is not written again
     entries TEXT NOT NULL,      -- JSON; issues oldest first, since they are appended
     PRIMARY KEY (connection_id, job_id, list, page),
     FOREIGN KEY (connection_id, job_id) REFERENCES jobs(connection_id, job_id) ON DELETE CASCADE
   ) STRICT, WITHOUT ROWID;
   ${[
     ['errors', '$.errors', 'DESC'],
     ['warnings', '$.warnings', 'DESC'],
     ['referenceKeys', '$.referenceKeys.sample', 'ASC'],
   ]
     .map(
       ([list, path, order]) =>
         `INSERT INTO job_pages
            SELECT connection_id, job_id, '${list}', 0, '', json_group_array(json(value) ORDER BY key ${order})
            FROM jobs, json_each(jobs.detail, '${path}') GROUP BY connection_id, job_id;`,
     )
     .join('\n')}
   UPDATE jobs SET detail = json_set(
     json_remove(detail, '$.errors', '$.warnings', '$.referenceKeys'),
     '$.errorCount', coalesce(json_array_length(detail, '$.errors'), 0),
     '$.warningCount', coalesce(json_array_length(detail, '$.warnings'), 0),
     '$.referenceKeyCount', coalesce(json_array_length(detail, '$.referenceKeys.sample'), 0)
   ) WHERE detail IS NOT NULL;`,
  `CREATE TABLE runs (
     id TEXT PRIMARY KEY,
     connection_id TEXT NOT NULL REFERENCES connections(id) ON DELETE CASCADE,
     job_id TEXT NOT NULL,
     label TEXT NOT NULL,
     created_at TEXT NOT NULL,
     state TEXT NOT NULL,        -- going, held or stopped
     fault TEXT                  -- JSON of the Fault that holds it
   ) STRICT;
   CREATE TABLE posts (
     id TEXT PRIMARY KEY,
     connection_id TEXT NOT NULL REFERENCES connections(id) ON DELETE CASCADE,
     run_id TEXT REFERENCES runs(id) ON DELETE CASCADE,
     lane TEXT NOT NULL,         -- what is sent in order: all posts of one job; each creation by itself
     place INTEGER NOT NULL,     -- in the line
     state TEXT NOT NULL,
     ended_at TEXT,
     target TEXT NOT NULL,       -- the server and organization it was ordered for
     post TEXT NOT NULL          -- JSON of the rest of Post
   ) STRICT;
   CREATE INDEX posts_in_line ON posts (lane, place) WHERE state IN ('waiting', 'sending', 'unknown');
   CREATE INDEX posts_of_run ON posts (run_id, state) WHERE run_id IS NOT NULL;
   CREATE INDEX posts_alone ON posts (state, ended_at) WHERE run_id IS NULL;
   CREATE TABLE templates (
     name TEXT PRIMARY KEY,
     place INTEGER NOT NULL,
     input TEXT NOT NULL         -- JSON of CreateInput
   ) STRICT;`,
  `CREATE TABLE timeline (
     connection_id TEXT NOT NULL,
     job_id TEXT NOT NULL,
     place INTEGER NOT NULL,     -- from 1, oldest first; a clock may be set back, so not by the time
     at INTEGER NOT NULL,        -- ms since 1970, as unseen_since
     unseen_since INTEGER,       -- nobody looked from then until \`at\`
     epoch INTEGER NOT NULL,
     status TEXT NOT NULL,
     phase TEXT NOT NULL,
     stage TEXT,
     message TEXT,               -- null: the one before; '': none
     percent REAL,
     total REAL,
     processed REAL,
     failed REAL,
     warned REAL,
     PRIMARY KEY (connection_id, job_id, place),
     FOREIGN KEY (connection_id, job_id) REFERENCES jobs(connection_id, job_id) ON DELETE CASCADE
   ) STRICT, WITHOUT ROWID;`,
  // Outlives the row in jobs, which goes when what was forgotten is swept.
  `CREATE TABLE unfollowed (
     connection_id TEXT NOT NULL REFERENCES connections(id) ON DELETE CASCADE,
     job_id TEXT NOT NULL,       -- taken off the list by a person: a job that names it does not bring it back
     PRIMARY KEY (connection_id, job_id)
   ) STRICT, WITHOUT ROWID;`,
  // JSON of ConnectionChoices: paused, muted kinds.
  "ALTER TABLE connections ADD COLUMN choices TEXT NOT NULL DEFAULT '{}';",
  `CREATE TABLE drift (
     connection_id TEXT NOT NULL REFERENCES connections(id) ON DELETE CASCADE,
     kind TEXT NOT NULL,         -- what is odd about it
     name TEXT NOT NULL,         -- the status word or the field
     first_seen TEXT NOT NULL,
     last_seen TEXT NOT NULL,
     count INTEGER NOT NULL,
     PRIMARY KEY (connection_id, kind, name)
   ) STRICT, WITHOUT ROWID;`,
  // What is told of the long lists without reading them: groups, keys to find, and what was there when a person looked.
  `CREATE TABLE unfiled (
     connection_id TEXT NOT NULL,
     job_id TEXT NOT NULL,
     list TEXT NOT NULL,
     page INTEGER NOT NULL,      -- written since it was last filed
     PRIMARY KEY (connection_id, job_id, list, page),
     FOREIGN KEY (connection_id, job_id, list, page) REFERENCES job_pages ON DELETE CASCADE
   ) STRICT, WITHOUT ROWID;
   INSERT INTO unfiled SELECT connection_id, job_id, list, page FROM job_pages;
   CREATE TABLE filed_pages (
     id INTEGER PRIMARY KEY,
     connection_id TEXT NOT NULL,
     job_id TEXT NOT NULL,
     list TEXT NOT NULL,
     page INTEGER NOT NULL,
     digest TEXT NOT NULL,       -- of the page as it was filed
     marks TEXT NOT NULL,        -- what each entry is known by again, 8 characters each; none for reference keys
     groups TEXT NOT NULL,       -- JSON of the page's tally
     UNIQUE (connection_id, job_id, list, page),
     FOREIGN KEY (connection_id, job_id, list, page) REFERENCES job_pages ON DELETE CASCADE
   ) STRICT;
   CREATE TABLE item_keys (
     filed INTEGER NOT NULL REFERENCES filed_pages ON DELETE CASCADE,
     place INTEGER NOT NULL,     -- within its page
     key TEXT NOT NULL COLLATE NOCASE,
     PRIMARY KEY (filed, place)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX item_keys_by_key ON item_keys (key);
   CREATE TABLE looked_pages (
     connection_id TEXT NOT NULL,
     job_id TEXT NOT NULL,
     list TEXT NOT NULL,
     page INTEGER NOT NULL,      -- -1: the list was looked at, whatever it held
     digest TEXT NOT NULL,
     marks TEXT NOT NULL,
     PRIMARY KEY (connection_id, job_id, list, page),
     FOREIGN KEY (connection_id, job_id) REFERENCES jobs(connection_id, job_id) ON DELETE CASCADE
   ) STRICT, WITHOUT ROWID;`,
  // How many rows of a run's file were left out.
  'ALTER TABLE runs ADD COLUMN left_out INTEGER NOT NULL DEFAULT 0;',
  // Until when servers want no requests, where neither a job nor a post says so.
  `CREATE TABLE pauses (
     origin TEXT PRIMARY KEY,    -- scheme, host and port
     until TEXT NOT NULL         -- ISO
   ) STRICT, WITHOUT ROWID;`,
]

export const newestVersion = migrations.length

/** `upTo`: an older version, for the tests of the change from it. */
export function migrate(db: Db, upTo = newestVersion): void {
  const from = Number(pragma(db, 'user_version'))
  for (const [index, statements] of migrations.slice(0, upTo).entries()) {
    if (index < from) continue
    together(db, () => {
      db.exec(statements)
      db.exec(`PRAGMA user_version = ${index + 1}`)
    })
  }
}
