import { beforeEach, describe, expect, it } from 'vitest'
import { type Db, openDb, pragma } from '../../../src/main/journal/db'
import { detailTable } from '../../../src/main/journal/details'
import { journalOf } from '../../../src/main/journal/journal'
import { migrate } from '../../../src/main/journal/schema'
import { aConnection, anIssue, aWatchedJob } from '../../support/builders'
import { journalInMemory } from '../../support/journal-in-memory'

const { ref } = aWatchedJob()
const issues = (many: number, from = 0) =>
  Array.from({ length: many }, (_, index) => anIssue({ entityKey: `SKU-${from + index}` }))
const keys = (many: number) =>
  Array.from({ length: many }, (_, index) => ({ entityType: 'product', key: `K-${index}` }))

let db: Db
let details: ReturnType<typeof detailTable>
beforeEach(() => {
  db = journalInMemory()
  const journal = journalOf(db)
  journal.connections.save(aConnection(), true)
  journal.jobs.put(aWatchedJob())
  details = journal.details
})

const one = (statement: string): number => Number(Reflect.get(Object(db.prepare(statement).get()), 'n'))
const changes = () => one('SELECT total_changes() AS n')
const rows = () => one('SELECT count(*) AS n FROM job_pages')

describe('the detail of a job', () => {
  it('is null before one was read', () => {
    expect(details.read(ref)).toBeNull()
    expect(details.issuePage(ref, 'errors', 0, 100)).toEqual({ total: 0, entries: [] })
    expect(details.referenceKeyPage(ref, 0, 100)).toEqual({ total: 0, entries: [] })
  })

  it('has its parts laid over those there are: absent is not cleared, null is', () => {
    details.lay(ref, { errors: issues(1), referenceKeys: keys(1), metadata: { stage: 'a' }, errorDetails: { at: 7 } })
    details.lay(ref, { metadata: { stage: 'b' }, warnings: issues(2), errorDetails: null })
    expect(details.read(ref)).toMatchObject({
      errors: issues(1),
      errorCount: 1,
      warningCount: 2,
      metadata: { stage: 'b' },
      errorDetails: null,
      referenceKeys: { count: 1, sample: keys(1) },
    })
    details.lay(ref, { errors: [] })
    expect(details.read(ref)).toMatchObject({ errors: [], errorCount: 0, warningCount: 2 })
  })

  it('of twenty thousand errors gives the newest hundred and says how many there are', () => {
    details.lay(ref, { errors: issues(20_000), warnings: issues(150), referenceKeys: keys(20_000) })
    const detail = details.read(ref)
    expect([detail?.errorCount, detail?.warningCount, detail?.referenceKeys.count]).toEqual([20_000, 150, 20_000])
    expect([detail?.errors.length, detail?.warnings.length, detail?.referenceKeys.sample.length]).toEqual([
      100, 100, 100,
    ])
    expect([detail?.errors[0]?.entityKey, detail?.errors.at(-1)?.entityKey]).toEqual(['SKU-19999', 'SKU-19900'])
    expect(detail?.referenceKeys.sample[99]?.key).toBe('K-99')
  })

  it.each([1, 7, 100, 499, 500])('is paged through to the last error, %i at a time', limit => {
    const all = issues(1_203)
    details.lay(ref, { errors: all })
    const seen: string[] = []
    for (let offset = 0; offset < all.length; offset += limit) {
      const { total, entries } = details.issuePage(ref, 'errors', offset, limit)
      expect(total).toBe(1_203)
      seen.push(...entries.map(issue => issue.entityKey))
    }
    expect(seen).toEqual(all.map(issue => issue.entityKey).toReversed())
  })

  it('is paged through to the last of twenty thousand reference keys, in their order', () => {
    details.lay(ref, { referenceKeys: keys(20_000) })
    const seen = Array.from({ length: 40 }, (_, page) => details.referenceKeyPage(ref, page * 500, 500).entries).flat()
    expect(seen).toEqual(keys(20_000))
  })

  it('has no entries past its end', () => {
    details.lay(ref, { errors: issues(3), referenceKeys: keys(3) })
    expect(details.issuePage(ref, 'errors', 3, 10)).toEqual({ total: 3, entries: [] })
    expect(details.issuePage(ref, 'errors', 2, 10).entries).toEqual(issues(1))
    expect(details.issuePage(ref, 'errors', 10_000_000, 500).entries).toEqual([])
    expect(details.referenceKeyPage(ref, 2, 10).entries).toEqual([{ entityType: 'product', key: 'K-2' }])
  })

  it('is not written again when it is the same', () => {
    const parts = { errors: issues(20_000), warnings: issues(3), referenceKeys: keys(700), metadata: { stage: 'a' } }
    details.lay(ref, parts)
    const before = changes()
    details.lay(ref, structuredClone(parts))
    expect(changes()).toBe(before)
  })

  it('that grew by one error of twenty thousand has one page and the counts written', () => {
    details.lay(ref, { errors: issues(19_900) })
    const before = changes()
    details.lay(ref, { errors: issues(19_901) })
    expect(changes()).toBe(before + 2)
  })

  it('that shrank keeps no page of before', () => {
    details.lay(ref, { errors: issues(2_000) })
    details.lay(ref, { errors: issues(600) })
    expect(rows()).toBe(2)
    details.lay(ref, { errors: [] })
    expect(rows()).toBe(0)
  })

  it('E44: can be dropped, and goes with its connection', () => {
    details.lay(ref, { errors: issues(2_000) })
    details.drop(ref)
    expect([details.read(ref), rows()]).toEqual([null, 0])
    details.lay(ref, { errors: issues(2_000) })
    journalOf(db).connections.remove('c1')
    expect(rows()).toBe(0)
  })
})

it('a detail that the first version kept is there after the change of tables', () => {
  const old = openDb(':memory:')
  migrate(old, 1)
  old.exec(`INSERT INTO connections VALUES ('c1', '{}', '2026-03-02', 1)`)
  const insert = old.prepare('INSERT INTO jobs (connection_id, job_id, watched, detail) VALUES (?, ?, ?, ?)')
  const [older, newer] = issues(2)
  insert.run(
    'c1',
    ref.jobId,
    '{}',
    JSON.stringify({
      errors: [newer, older],
      warnings: [],
      metadata: { stage: 'a' },
      errorDetails: null,
      referenceKeys: { count: 9_000, sample: keys(2) },
    }),
  )
  insert.run('c1', 'unread', '{}', null)
  migrate(old)
  expect(Number(pragma(old, 'user_version'))).toBeGreaterThan(1)
  expect(detailTable(old).read(ref)).toEqual({
    errors: [newer, older],
    errorCount: 2,
    warnings: [],
    warningCount: 0,
    metadata: { stage: 'a' },
    errorDetails: null,
    referenceKeys: { count: 2, sample: keys(2) },
  })
  expect(detailTable(old).read({ connectionId: 'c1', jobId: 'unread' })).toBeNull()
})
