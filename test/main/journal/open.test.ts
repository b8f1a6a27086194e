import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { journalOf } from '../../../src/main/journal/journal'
import { openJournal } from '../../../src/main/journal/open'
import { journalBanner } from '../../../src/main/journal/trouble'
import { aConnection, aWatchedJob } from '../../support/builders'

const now = new Date('2026-03-02T12:00:00Z')
let folder = ''
let file = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jobtray-journal-'))
  file = join(folder, 'journal.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (backUp: boolean) => {
  const journal = journalOf(openJournal(file, now).db)
  journal.connections.save(aConnection(), true)
  journal.jobs.put(aWatchedJob())
  if (backUp) journal.backUp(file)
  journal.close()
}
const jobsIn = (opened: ReturnType<typeof openJournal>) => journalOf(opened.db).jobs.all()

const damages: readonly (readonly [string, () => void])[] = [
  [
    'text instead of a database',
    () => writeFileSync(file, 'this is no database, and it is long enough to be read as one'.repeat(99)),
  ],
  ['zeros all over', () => writeFileSync(file, Buffer.alloc(8_192))],
  [
    'a header cut off',
    () => writeFileSync(file, Buffer.concat([Buffer.alloc(16, 1), readFileSync(file).subarray(16)])),
  ],
  ['pages cut off', () => truncateSync(file, 4_096)],
]

describe('opening the journal', () => {
  it('finds again what was written', () => {
    write(false)
    const opened = openJournal(file, now)
    expect(opened.trouble).toEqual({ kind: 'none' })
    expect(jobsIn(opened)).toEqual([aWatchedJob()])
  })

  it.each(damages)('uses the backup and keeps the damaged file: %s', (_name, damage) => {
    write(true)
    damage()
    const opened = openJournal(file, now)
    expect(opened.trouble.kind).toBe('restored')
    expect(jobsIn(opened)).toHaveLength(1)
    expect(readdirSync(folder).filter(name => name.includes('.corrupt-'))).toHaveLength(1)
    expect(journalBanner(opened.trouble)?.text).toMatch(
      /backup is in use; the damaged file is kept as journal\.db\.corrupt-/,
    )
  })

  it('starts empty when there is no backup, and keeps the damaged file', () => {
    write(false)
    writeFileSync(file, 'nonsense'.repeat(1_000))
    const opened = openJournal(file, now)
    expect(opened.trouble.kind).toBe('started-anew')
    expect(jobsIn(opened)).toEqual([])
    const kept = readdirSync(folder).find(name => name.includes('.corrupt-')) ?? ''
    expect(readFileSync(join(folder, kept), 'utf8')).toMatch(/^nonsense/)
  })

  it('keeps the log beside a damaged file: what a kill left in it was written last', () => {
    write(false)
    const left = openJournal(file, now)
    journalOf(left.db).connections.save(aConnection({ id: 'second' }), true)
    const log = readFileSync(`${file}-wal`)
    expect(log.length).toBeGreaterThan(0)
    left.db.close()
    // As after a kill, when nobody closed it.
    writeFileSync(`${file}-wal`, log)
    writeFileSync(file, 'nonsense'.repeat(1_000))
    expect(openJournal(file, now).trouble.kind).toBe('started-anew')
    const kept = readdirSync(folder).find(name => name.includes('.corrupt-') && name.endsWith('-wal')) ?? ''
    expect(readFileSync(join(folder, kept)).length).toBeGreaterThan(0)
  })

  it('leaves a file of a newer version untouched and works in memory', () => {
    write(false)
    const first = openJournal(file, now)
    first.db.exec('PRAGMA user_version = 999')
    first.db.close()
    const bytes = readFileSync(file)
    const opened = openJournal(file, now)
    expect(opened.trouble.kind).toBe('newer')
    journalOf(opened.db).connections.save(aConnection(), false)
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  it('does not take a folder that may not be written for damage', () => {
    expect(() => openJournal(join(folder, 'missing', 'journal.db'), now)).toThrow()
  })

  it('never leaves half a backup in the place of a good one', () => {
    write(true)
    const good = readFileSync(`${file}.backup`)
    writeFileSync(`${file}.backup.half`, 'left by a kill')
    write(true)
    expect(readdirSync(folder).some(name => name.endsWith('.half'))).toBe(false)
    expect(readFileSync(`${file}.backup`).length).toBe(good.length)
  })
})
