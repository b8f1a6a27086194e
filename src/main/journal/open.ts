import { accessSync, constants, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { type Db, openDb, pragma } from './db'
import { doubtPosts } from './posts'
import { migrate, newestVersion } from './schema'

/** What was found at the start, for a person to be told once. */
export type OpenedJournal = {
  readonly db: Db
  readonly trouble:
    | { readonly kind: 'none' }
    | { readonly kind: 'restored'; readonly aside: string }
    | { readonly kind: 'started-anew'; readonly aside: string }
    | { readonly kind: 'newer'; readonly file: string }
    | { readonly kind: 'read-only' }
}

/**
 * Opens the journal. A corrupt file is set aside as `.corrupt-<time>` and the last good backup used, else an empty one;
 * a file of a newer version is left untouched and this run works in memory (reliability faults 36 and 40).
 */
export function openJournal(file: string, now: Date): OpenedJournal {
  const first = tryOpen(file)
  if (first.kind === 'good') return { db: first.db, trouble: { kind: 'none' } }
  if (first.kind === 'read-only') return { db: first.db, trouble: { kind: 'read-only' } }
  if (first.kind === 'newer') return { db: fresh(':memory:'), trouble: { kind: 'newer', file } }
  const aside = `${file}.corrupt-${now.toISOString().replaceAll(':', '-')}`
  setAside(file, aside)
  if (existsSync(backupOf(file))) {
    renameSync(backupOf(file), file)
    const second = tryOpen(file)
    if (second.kind === 'good') {
      doubtPosts(second.db)
      return { db: second.db, trouble: { kind: 'restored', aside } }
    }
    setAside(file, `${aside}-backup`)
  }
  return { db: fresh(file), trouble: { kind: 'started-anew', aside } }
}

export const backupOf = (file: string): string => `${file}.backup`

/** Writes a copy that a later start can fall back on; never leaves half of one in its place. */
export function backUp(db: Db, file: string): void {
  const half = `${backupOf(file)}.half`
  rmSync(half, { force: true })
  db.prepare('VACUUM INTO ?').run(half)
  renameSync(half, backupOf(file))
}

type Attempt = { readonly kind: 'good' | 'read-only'; readonly db: Db } | { readonly kind: 'newer' | 'corrupt' }

function tryOpen(file: string): Attempt {
  let db: Db | null = null
  try {
    db = openDb(file)
    const version = Number(pragma(db, 'user_version'))
    if (version > newestVersion) {
      db.close()
      return { kind: 'newer' }
    }
    const verdict = pragma(db, 'quick_check')
    if (verdict !== 'ok') throw new Error('quick_check')
    if (mayNotBeWritten(file)) {
      if (version === newestVersion) return { kind: 'read-only', db }
      // It cannot be brought up to date either, and today's statements do not fit it.
      db.close()
      return { kind: 'read-only', db: fresh(':memory:') }
    }
    prepare(db)
    return { kind: 'good', db }
  } catch (error) {
    db?.close()
    if (isCorruption(error)) return { kind: 'corrupt' }
    throw error
  }
}

/** SQLite opens a file that may only be read all the same and complains at the first write (reliability fault 37). */
function mayNotBeWritten(file: string): boolean {
  if (!existsSync(file)) return false
  try {
    accessSync(file, constants.W_OK)
    return false
  } catch {
    return true
  }
}

function fresh(file: string): Db {
  const db = openDb(file)
  prepare(db)
  return db
}

/** A file from before free pages were given back is written anew once, unless it is so large that a person would wait, pages. */
const mostPagesWrittenAnew = 2_048

function givesPagesBack(db: Db): void {
  const pages = Number(pragma(db, 'page_count'))
  if (Number(pragma(db, 'auto_vacuum')) !== 0 || pages > mostPagesWrittenAnew) return
  db.exec('PRAGMA auto_vacuum = INCREMENTAL')
  if (pages > 0) db.exec('VACUUM')
}

function prepare(db: Db): void {
  givesPagesBack(db)
  // NORMAL in WAL mode: no fsync for each commit, never corrupt. Notices ask for FULL when they are written.
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 2000',
  )
  // Each checkpoint waits for the disk three times. The usual thousand pages are full in two seconds while all jobs move.
  db.exec('PRAGMA wal_autocheckpoint = 4000')
  migrate(db)
}

/** With the log beside it: what was written last may be in that alone. */
function setAside(file: string, aside: string): void {
  renameSync(file, aside)
  const log = `${file}-wal`
  if (existsSync(log) && statSync(log).size > 0) renameSync(log, `${aside}-wal`)
  for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true })
}

/** Only what says that the file is no sound database: a full disk or a missing right must not cost the file its place. */
function isCorruption(error: unknown): boolean {
  const text = error instanceof Error ? `${error.message} ${Reflect.get(error, 'code') ?? ''}` : ''
  return /quick_check|not a database|malformed|SQLITE_CORRUPT|SQLITE_NOTADB/i.test(text)
}
