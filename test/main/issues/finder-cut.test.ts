import { expect, it } from 'vitest'
import { createFinder } from '../../../src/main/issues/finder'
import { aJob, aWatchedJob } from '../../support/builders'
import { entry, someLists } from './some-lists'

const [a, b] = [
  { connectionId: 'c1', jobId: 'a' },
  { connectionId: 'c1', jobId: 'b' },
]
const all = { connectionId: null, jobType: null }

/** The same item so many times in the list of a job, and once in that of another, of another type. */
function oneAmong(many: number) {
  const lists = someLists([a, b])
  const same = Array.from({ length: many }, (_, index) => entry(index, { entityKey: 'SKU-1' }))
  lists.journal.details.lay(a, { errors: same })
  lists.journal.details.lay(b, { errors: [entry(1)] })
  lists.jobs.set('b', aWatchedJob({ ref: b, job: aJob({ jobType: 'crawl' }) }))
  lists.fileAll()
  return lists
}

it('an item is found in the one job of a type however many places of another type come first', async () => {
  const { finder } = oneAmong(2_100)
  const { places, total, atLeast } = await finder.find({ ...all, keys: ['SKU-1'], jobType: 'crawl' })
  expect([places.map(({ ref }) => ref.jobId), total, atLeast]).toEqual([['b'], 1, false])
})

it('a key that is named in a job of the choice is not said to be named nowhere', async () => {
  const { finder } = oneAmong(600)
  const { missing } = await finder.find({ ...all, keys: ['SKU-1', 'lost'], jobType: 'crawl' })
  expect(missing).toEqual(['lost'])
})

it('a key of which not all places were looked at is not said to be named nowhere', async () => {
  const { finder } = oneAmong(6_000)
  const { missing, atLeast } = await finder.find({ ...all, keys: ['SKU-1', 'lost'], jobType: 'crawl' })
  expect([missing, atLeast]).toEqual([['lost'], true])
})

it('all that there is was counted where there is just so much', async () => {
  const { finder } = oneAmong(1_999)
  expect(await finder.find({ ...all, keys: ['SKU-1'] })).toMatchObject({ total: 2_000, atLeast: false })
})

it('a file is written once all lists are read in, so that what it calls nowhere is nowhere', async () => {
  const { journal, jobs } = someLists([a])
  journal.details.lay(a, { errors: [entry(1), entry(2)] })
  let now = 0
  const finder = createFinder({
    keys: journal.itemKeys,
    filing: journal.filing,
    board: { job: ref => jobs.get(ref.jobId) },
    breathe: async () => undefined,
    // Slow enough for nobody's patience.
    monotonic: () => {
      now += 1_000
      return now
    },
  })
  const found: string[] = []
  const { missing } = await finder.each({ ...all, keys: ['SKU-1', 'lost'] }, async ({ place }) => {
    found.push(place.key)
  })
  expect([found, missing]).toEqual([['SKU-1'], ['lost']])
})

it('a key whose only list changes while a file is written is in it all the same, as named nowhere', async () => {
  const { journal, finder } = someLists([a])
  journal.details.lay(a, { errors: [entry(1), entry(2)] })
  const { missing } = await finder.each({ ...all, keys: ['SKU-1', 'SKU-2'] }, async () => {
    journal.details.lay(a, { errors: [entry(3)] })
  })
  expect(missing).toEqual(['SKU-2'])
})
