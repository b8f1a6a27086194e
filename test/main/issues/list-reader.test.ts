import { describe, expect, it } from 'vitest'
import { createListReader } from '../../../src/main/issues/list-reader'
import { noFilter } from '../../../src/shared/issues'
import { aWatchedJob } from '../../support/builders'
import { entries, entry, someLists } from './some-lists'

const { ref } = aWatchedJob()
const target = { errorType: 'target_gap', step: 'download', entityType: 'product' }

describe.each([true, false])('a list whose pages are filed: %s', isFiled => {
  const list = (many: number) => {
    const lists = someLists()
    lists.journal.details.lay(ref, { errors: entries(many) })
    if (isFiled) lists.fileAll()
    return lists
  }

  it('is grouped by type, step and entity type, most first, with the newest as the sample', async () => {
    const { reader, journal, fileAll } = list(0)
    journal.details.lay(ref, {
      errors: [...entries(1_202), entry(1_202, { step: null }), entry(1_203, { entityType: 'variant' })],
    })
    if (isFiled) fileAll()
    const { total, fresh, groups, groupCount } = await reader.overview(ref, 'errors', noFilter)
    expect([total, fresh, groupCount]).toEqual([1_204, null, 6])
    expect(groups.map(({ count }) => count)).toEqual([301, 301, 300, 300, 1, 1])
    expect(groups[0]).toMatchObject({ errorType: 'image_missing', sample: { entityKey: 'SKU-1200' } })
    expect(groups.slice(4).map(({ step, entityType }) => [step, entityType])).toEqual([
      [null, 'product'],
      ['download', 'variant'],
    ])
  })

  it('tells of each group when its first and its last came, over all pages and in one zone', async () => {
    const { reader, journal, fileAll } = list(0)
    const late = entry(0, { timestamp: '2023-11-15T01:00:00+02:00' })
    journal.details.lay(ref, { errors: [late, ...entries(1_202, 1), entry(2, { step: null, timestamp: null })] })
    if (isFiled) fileAll()
    const { groups } = await reader.overview(ref, 'errors', noFilter)
    const missing = groups.find(({ errorType, step }) => errorType === 'image_missing' && step !== null)
    expect([missing?.first, missing?.last]).toEqual(['2023-11-14T22:13:24.000Z', '2023-11-14T23:00:00.000Z'])
    expect(groups.find(({ step }) => step === null)).toMatchObject({ first: null, last: null })
  })

  it.each([1, 99, 500])('is paged through newest first, %i at a time, whole and by kind', async limit => {
    const { reader } = list(1_203)
    for (const kind of [null, target]) {
      const seen: string[] = []
      for (;;) {
        const page = await reader.page(ref, 'errors', { ...noFilter, kind }, seen.length, limit)
        expect(page.total).toBe(kind === null ? 1_203 : 301)
        if (page.entries.length === 0) break
        seen.push(...page.entries.map(({ issue }) => issue.entityKey))
        if (limit === 1 && seen.length > 20) break
      }
      const all = entries(1_203).filter(issue => kind === null || issue.errorType === kind.errorType)
      const wanted = all.map(issue => issue.entityKey).toReversed()
      expect(seen).toEqual(limit === 1 ? wanted.slice(0, seen.length) : wanted)
    }
  })

  it('is searched by words in any field, and grouped by what is found', async () => {
    const { reader } = list(1_203)
    const search = { ...noFilter, search: ' sku-12  TARGET_' }
    const { groups, total } = await reader.overview(ref, 'errors', search)
    expect([total, groups.length, groups[0]?.errorType, groups[0]?.count]).toEqual([1_203, 1, 'target_gap', 4])
    const page = await reader.page(ref, 'errors', search, 0, 2)
    expect(page.total).toBe(4)
    expect(page.entries.map(({ issue }) => issue.entityKey)).toEqual(['SKU-1201', 'SKU-129'])
  })

  it('tells what is new since it was looked at, wherever in the list it came (api-notes E41)', async () => {
    const { reader, journal, fileAll } = list(1_203)
    await reader.looked(ref, 'errors')
    expect((await reader.overview(ref, 'errors', noFilter)).fresh).toBe(0)
    const [first, ...rest] = entries(1_203)
    const twice = entry(1_202)
    const old = entry(5, { entityKey: 'SKU-late' })
    journal.details.lay(ref, { errors: [first ?? twice, old, ...rest, twice, entry(2_001)] })
    if (isFiled) fileAll()
    const { fresh, groups } = await reader.overview(ref, 'errors', noFilter)
    expect(fresh).toBe(3)
    expect(groups.find(group => group.errorType === 'target_gap')?.fresh).toBe(2)
    const page = await reader.page(ref, 'errors', { ...noFilter, fresh: true }, 0, 100)
    expect(page.entries.map(({ issue }) => issue.entityKey)).toEqual(['SKU-2001', 'SKU-1202', 'SKU-late'])
    expect(page.entries.every(({ isFresh }) => isFresh)).toBe(true)
    await reader.looked(ref, 'errors')
    expect((await reader.overview(ref, 'errors', noFilter)).fresh).toBe(0)
  })
})

it('a list that was empty when it was looked at has its first entries as new', async () => {
  const { reader, journal } = someLists()
  await reader.looked(ref, 'errors')
  journal.details.lay(ref, { errors: entries(3) })
  expect((await reader.overview(ref, 'errors', noFilter)).fresh).toBe(3)
})

it('a list that shrank has no groups of what went', async () => {
  const { reader, journal, fileAll } = someLists()
  journal.details.lay(ref, { errors: entries(1_203) })
  fileAll()
  journal.details.lay(ref, { errors: entries(2) })
  fileAll()
  const { total, groups } = await reader.overview(ref, 'errors', noFilter)
  expect([total, groups.length]).toEqual([2, 2])
})

it('a list that changes while it is read is answered as one, not the count of one with entries of another', async () => {
  const { journal } = someLists()
  const { filing } = journal
  const lay = (many: number) => journal.details.lay(ref, { errors: entries(many) })
  lay(1_203)
  const changes = [() => undefined, () => undefined, () => lay(1_213)]
  const reader = createListReader({ filing, breathe: async () => changes.shift()?.() })
  const { total, entries: read } = await reader.page(ref, 'errors', noFilter, 0, 2_000)
  expect(total).toBe(1_213)
  expect(read.map(({ issue }) => issue.entityKey)).toEqual(
    entries(1_213)
      .map(({ entityKey }) => entityKey)
      .toReversed(),
  )
})
