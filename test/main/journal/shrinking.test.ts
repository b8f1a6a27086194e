import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openDb, pragma } from '../../../src/main/journal/db'
import { journalOf } from '../../../src/main/journal/journal'
import { openJournal } from '../../../src/main/journal/open'
import { migrate } from '../../../src/main/journal/schema'
import { aConnection, anIssue, aWatchedJob } from '../../support/builders'

const now = new Date('2026-03-02T12:00:00Z')

function aPath() {
  const folder = mkdtempSync(join(tmpdir(), 'jobtray-shrink-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'journal.db')
}

it('the file gives its room back step by step when jobs are let go', () => {
  const file = aPath()
  const journal = journalOf(openJournal(file, now).db)
  journal.connections.save(aConnection(), true)
  const errors = Array.from({ length: 500 }, (_, index) => anIssue({ entityKey: `${index}`, message: 'x'.repeat(900) }))
  const refs = Array.from({ length: 20 }, (_, nth) => ({ connectionId: 'c1', jobId: `job-${nth}` }))
  for (const ref of refs) {
    journal.jobs.put(aWatchedJob({ ref }))
    journal.details.lay(ref, { errors })
  }
  for (const ref of refs) journal.retention.removeJob(ref)
  let steps = 0
  while (journal.retention.shrink()) steps += 1
  expect(steps).toBeGreaterThan(5)
  expect(journal.retention.bytes()).toBeLessThan(400_000)
  journal.close()
  expect(statSync(file).size).toBeLessThan(2_000_000)
})

it('a file from before that is written anew once, with all that was in it', () => {
  const file = aPath()
  const old = openDb(file)
  old.exec('PRAGMA journal_mode = WAL')
  migrate(old)
  journalOf(old).connections.save(aConnection(), true)
  expect(pragma(old, 'auto_vacuum')).toBe(0)
  old.close()
  for (let start = 0; start < 2; start += 1) {
    const { db, trouble } = openJournal(file, now)
    expect([trouble.kind, pragma(db, 'auto_vacuum')]).toEqual(['none', 2])
    expect(journalOf(db).connections.all()).toHaveLength(1)
    db.close()
  }
})
