import { expect, it } from 'vitest'
import { entry, someLists } from './some-lists'

const refs = ['a', 'b', 'c'].map(jobId => ({ connectionId: 'c1', jobId }))
const [a, b, c] = refs

function threeJobs() {
  const lists = someLists(refs)
  const { details } = lists.journal
  if (!a || !b || !c) throw new Error('three jobs')
  details.lay(a, { warnings: [entry(1), entry(10)], referenceKeys: [{ entityType: 'product', key: 'SKU-1' }] })
  details.lay(b, { errors: [entry(7), entry(1, { message: 'Gone.' })] })
  details.lay(c, { errors: [entry(10)] })
  return lists
}

it('an item is found where it failed, where it warned and where it was listed, the very key first', async () => {
  const { find } = threeJobs()
  const { places, total, isComplete } = await find(' sku-1 ')
  expect([total, isComplete]).toEqual([5, true])
  expect(places.map(({ ref, list, key }) => `${ref.jobId} ${list} ${key}`)).toEqual([
    'b errors SKU-1',
    'a warnings SKU-1',
    'a referenceKeys SKU-1',
    'c errors SKU-10',
    'a warnings SKU-10',
  ])
  expect(places[0]?.issue?.message).toBe('Gone.')
  expect(places[2]?.issue).toBeNull()
})

it('what is in the middle of a key, and nothing typed, find nothing', async () => {
  const { find } = threeJobs()
  expect((await find('KU-1')).total).toBe(0)
  expect((await find('  ')).total).toBe(0)
  expect((await find('%')).total).toBe(0)
})

it('a job no longer watched is not told of, and a list that changed is found as it is now', async () => {
  const { find, jobs, journal } = threeJobs()
  await find('SKU-1')
  jobs.delete('b')
  if (a) journal.details.lay(a, { warnings: [entry(10)], referenceKeys: [] })
  const { places } = await find('SKU-1')
  expect(places.map(({ ref, key }) => `${ref.jobId} ${key}`)).toEqual(['c SKU-10', 'a SKU-10'])
})

it('goes with its connection', async () => {
  const { find, journal } = threeJobs()
  await find('SKU-1')
  journal.connections.remove('c1')
  expect(await find('SKU-1')).toMatchObject({ total: 0, isComplete: true })
})
