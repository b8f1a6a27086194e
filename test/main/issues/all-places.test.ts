import { expect, test } from 'vitest'
import { aJob, aWatchedJob } from '../../support/builders'
import { entries, entry, someLists } from './some-lists'

const [a, b] = [
  { connectionId: 'c1', jobId: 'a' },
  { connectionId: 'c1', jobId: 'b' },
]
const all = { connectionId: null, jobType: null }

async function written(
  { finder }: ReturnType<typeof someLists>,
  query: Parameters<typeof finder.each>[0],
): Promise<{ readonly lines: readonly string[]; readonly missing: readonly string[]; readonly isCut: boolean }> {
  const lines: string[] = []
  const rest = await finder.each(query, async ({ sought, place }) => {
    lines.push(`${sought}: ${place.ref.jobId} ${place.list} ${place.key}`)
  })
  return { lines, ...rest }
}

test('a file has every place of a beginning, each once, however many there are', async () => {
  const lists = someLists([a, b])
  lists.journal.details.lay(a, { errors: entries(4_200), warnings: entries(300, 4_100) })
  lists.journal.details.lay(b, { errors: entries(1_100, 4_000) })
  lists.fileAll()
  const { lines, isCut } = await written(lists, { keys: ['sku-'], ...all })
  expect([lines.length, new Set(lines).size, isCut]).toEqual([5_600, 5_600, false])
})

test('a file has every place of one key of many, and nothing of the keys that only begin like it', async () => {
  const lists = someLists([a, b])
  const same = Array.from({ length: 4_800 }, (_, index) => entry(index, { entityKey: index % 2 ? 'sku-9' : 'SKU-9' }))
  lists.journal.details.lay(a, { errors: same })
  lists.journal.details.lay(b, { errors: [entry(9), entry(90)] })
  lists.fileAll()
  const { lines, missing } = await written(lists, { keys: ['lost', 'Sku-9'], ...all })
  expect([lines.length, missing]).toEqual([4_801, ['lost']])
  expect(lines.some(line => line.endsWith('SKU-90'))).toBe(false)
})

test('a file is in the order of the answer on the screen', async () => {
  const lists = someLists([a, b])
  lists.journal.details.lay(a, { warnings: [entry(1), entry(10)], errors: [entry(10)] })
  lists.journal.details.lay(b, {
    errors: [entry(1), entry(10)],
    referenceKeys: [{ entityType: 'product', key: 'SKU-1' }],
  })
  lists.jobs.set('b', aWatchedJob({ ref: b, job: aJob({ startedAt: '2026-03-02T13:00:00.000Z' }) }))
  lists.fileAll()
  const { places } = await lists.find('SKU-1')
  const { lines } = await written(lists, { keys: ['SKU-1'], ...all })
  expect(lines).toEqual(places.map(({ ref, list, key }) => `SKU-1: ${ref.jobId} ${list} ${key}`))
  expect(lines).toHaveLength(6)
})

test('a choice of connection or type narrows the file before it is said to be cut', async () => {
  const lists = someLists([a, b], { mostOfKey: 2 })
  lists.journal.details.lay(a, { errors: entries(3) })
  lists.journal.details.lay(b, { errors: entries(2) })
  lists.jobs.set('b', aWatchedJob({ ref: b, job: aJob({ jobType: 'crawl' }) }))
  lists.fileAll()
  const cut = await written(lists, { keys: ['SKU'], ...all })
  expect([cut.lines.length, cut.isCut]).toEqual([2, true])
  const whole = await written(lists, { keys: ['SKU'], connectionId: 'c1', jobType: 'crawl' })
  expect([whole.lines.length, whole.isCut]).toEqual([2, false])
})
