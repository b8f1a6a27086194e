import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { backUpAside, createBackups } from '../../../src/main/journal/backups'
import { journalOf } from '../../../src/main/journal/journal'
import { backupOf, openJournal } from '../../../src/main/journal/open'
import { aConnection, anIssue, aWatchedJob } from '../../support/builders'
import { fakeClock } from '../../support/fake-clock'
import { journalInMemory } from '../../support/journal-in-memory'

const now = new Date('2026-03-02T12:00:00Z')
const ref = (nth: number) => ({ connectionId: 'c1', jobId: `job-${nth}` })

function aFile(jobs: number, issues: number) {
  const folder = mkdtempSync(join(tmpdir(), 'jobtray-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'journal.db')
  const { db } = openJournal(file, now)
  const journal = journalOf(db)
  journal.connections.save(aConnection(), true)
  const errors = Array.from({ length: issues }, (_, index) =>
    anIssue({ entityKey: `${index}`, message: 'x'.repeat(900) }),
  )
  for (let nth = 0; nth < jobs; nth += 1) {
    journal.jobs.put(aWatchedJob({ ref: ref(nth) }))
    journal.details.lay(ref(nth), { errors })
  }
  return { folder, file, db, journal }
}

describe('a backup while the app runs', () => {
  it('holds all that was written, and a start can use it', async () => {
    const { file, journal } = aFile(3, 10)
    writeFileSync(`${backupOf(file)}.half`, 'left by a kill')
    await backUpAside(file)
    journal.jobs.put(aWatchedJob({ ref: ref(99) }))
    journal.close()
    writeFileSync(file, 'nonsense'.repeat(1_000))
    const opened = openJournal(file, now)
    expect(opened.trouble.kind).toBe('restored')
    expect(journalOf(opened.db).jobs.all()).toHaveLength(3)
  })

  it('of a large journal leaves the loop free, and others may write meanwhile', async () => {
    const { file, journal } = aFile(40, 1_000)
    expect(statSync(file).size + statSync(`${file}-wal`).size).toBeGreaterThan(40 * 1_048_576)
    const copied = backUpAside(file)
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
      journal.jobs.put(aWatchedJob({ ref: ref(turns) }))
    }, 1)
    await copied
    clearInterval(timer)
    expect(turns).toBeGreaterThan(3)
    expect(existsSync(backupOf(file))).toBe(true)
  })

  it('is asked for again when the journal itself cannot be asked', async () => {
    const clock = fakeClock()
    const troubles: unknown[] = []
    const db = journalInMemory()
    const ill = () => {
      throw new Error('disk I/O error')
    }
    let isIll = false
    const prepare = db.prepare.bind(db)
    db.prepare = sql => {
      const statement = prepare(sql)
      const get = statement.get.bind(statement)
      return Object.assign(statement, { get: () => (isIll ? ill() : get()) })
    }
    const copy = async () => undefined
    createBackups({ db, clock, hasOne: true, copy, trouble: (_where, error) => void troubles.push(error) }).start()
    isIll = true
    await clock.pass(21 * 60_000)
    expect(troubles).toHaveLength(2)
  })

  it('that cannot be made leaves the one before', async () => {
    const { folder, file } = aFile(1, 1)
    await backUpAside(file)
    const { size } = statSync(backupOf(file))
    await expect(backUpAside(join(folder, 'missing', 'journal.db'))).rejects.toThrow()
    expect(statSync(backupOf(file)).size).toBe(size)
    expect(readdirSync(folder).filter(name => name.endsWith('.half'))).toEqual([])
  })
})

describe('backups', () => {
  function theirHours(copy = async () => undefined) {
    const clock = fakeClock()
    const db = journalInMemory()
    const journal = journalOf(db)
    journal.connections.save(aConnection(), true)
    const copies: number[] = []
    const troubles: unknown[] = []
    const backups = createBackups({
      ...{ db, clock, hasOne: true, trouble: (_: string, error: unknown) => troubles.push(error) },
      copy: async () => {
        copies.push(clock.monotonic() / 60_000)
        await copy()
      },
    })
    backups.start()
    return { clock, journal, copies, troubles, backups }
  }

  it('are made once an hour, and none when nothing has changed', async () => {
    const { clock, journal, copies, backups } = theirHours()
    await clock.pass(5 * 3_600_000)
    expect([copies, backups.isStale()]).toEqual([[], false])
    journal.jobs.put(aWatchedJob())
    expect(backups.isStale()).toBe(true)
    await clock.pass(10 * 60_000)
    for (let minute = 0; minute < 90; minute += 1) {
      journal.jobs.put(aWatchedJob())
      await clock.pass(60_000)
    }
    expect(copies).toEqual([310, 370])
  })

  it('are made sooner when much has changed, and again after one that failed', async () => {
    const fails = { now: true }
    const { clock, journal, copies, troubles } = theirHours(async () => {
      if (fails.now) throw new Error('full')
    })
    for (let time = 0; time < 5_001; time += 1) journal.jobs.put(aWatchedJob())
    await clock.pass(10 * 60_000)
    fails.now = false
    await clock.pass(30 * 60_000)
    expect([copies, troubles.length]).toEqual([[10, 20], 1])
  })
})
