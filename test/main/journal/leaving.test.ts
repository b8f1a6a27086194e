import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Db } from '../../../src/main/journal/db'
import { journalOf } from '../../../src/main/journal/journal'
import { leaveJournal } from '../../../src/main/journal/leaving'
import { backupOf, type OpenedJournal, openJournal } from '../../../src/main/journal/open'
import { aConnection, aWatchedJob } from '../../support/builders'

const now = new Date('2026-03-02T12:00:00Z')
const before = aWatchedJob({ seenAt: '2026-03-02T12:00:00.000Z' })
const after = aWatchedJob({ seenAt: '2026-03-02T13:00:00.000Z' })

function aJournalOnDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'jobtray-leaving-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'journal.db')
  const { db } = openJournal(file, now)
  const journal = journalOf(db)
  journal.connections.save(aConnection(), true)
  journal.jobs.put(before)
  const leave = (found: OpenedJournal['trouble']['kind'] = 'none') =>
    leaveJournal({ db, journal, file, found, jobs: [after], isStale: () => true })
  return { db, file, journal, leave, reopened: () => journalOf(openJournal(file, now).db).jobs.all() }
}

const isOpen = (db: Db): boolean => {
  try {
    db.exec('SELECT 1')
    return true
  } catch {
    return false
  }
}

describe('the journal at the end', () => {
  it('is closed with the last looks in one file, and a backup beside it', () => {
    const { db, file, leave, reopened } = aJournalOnDisk()
    leave()
    expect(isOpen(db)).toBe(false)
    expect(existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0).toBe(false)
    expect(existsSync(backupOf(file))).toBe(true)
    expect(reopened()).toEqual([after])
  })

  it('that may only be read is closed too, and left as it is (fault 37)', () => {
    const { db, file, leave, reopened } = aJournalOnDisk()
    db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA query_only = ON')
    const bytes = readFileSync(file)
    leave('read-only')
    expect(isOpen(db)).toBe(false)
    expect(readFileSync(file)).toEqual(bytes)
    expect(existsSync(backupOf(file))).toBe(false)
    expect(reopened()).toEqual([before])
  })

  it('that stands in for one of a newer version is closed without a backup of it', () => {
    const { db, file, leave } = aJournalOnDisk()
    leave('newer')
    expect(isOpen(db)).toBe(false)
    expect(existsSync(backupOf(file))).toBe(false)
  })

  it('is closed when the disk refuses the last looks, and holds what it held (fault 38)', () => {
    const { db, leave, reopened } = aJournalOnDisk()
    db.exec(`CREATE TRIGGER full BEFORE UPDATE ON jobs BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`)
    expect(() => leave()).toThrow('full')
    expect(isOpen(db)).toBe(false)
    expect(reopened()).toEqual([before])
  })

  it('is closed when what lies beside it cannot be brought into its file', () => {
    const { db, journal } = aJournalOnDisk()
    // Nothing is brought over in the middle of a write.
    db.exec(`BEGIN IMMEDIATE; DELETE FROM jobs`)
    expect(() => journal.close()).toThrow('locked')
    expect(isOpen(db)).toBe(false)
  })
})
