import { expect, it } from 'vitest'
import type { Course } from '../../../src/main/issues/courses'
import { createItemExporter } from '../../../src/main/issues/item-exporter'
import { aJob, aWatchedJob } from '../../support/builders'
import { entry, someLists } from './some-lists'

const refs = ['a', 'b', 'c'].map(jobId => ({ connectionId: 'c1', jobId }))
const [a, b, c] = refs
const unheard: Course = { signal: new AbortController().signal, tell: () => undefined }

function threeJobs(limits: Parameters<typeof someLists>[1] = {}) {
  const lists = someLists(refs, limits)
  const { details } = lists.journal
  if (!a || !b || !c) throw new Error('three jobs')
  details.lay(a, { warnings: [entry(1), entry(10)], referenceKeys: [{ entityType: 'product', key: 'SKU-1' }] })
  details.lay(b, { errors: [entry(7), entry(1, { message: 'Gone.' })] })
  details.lay(c, { errors: [entry(10)] })
  return lists
}

it('an item is found where it failed, where it warned and where it was listed, the very key first', async () => {
  const { find } = threeJobs()
  const { places, total, unread } = await find(' sku-1 ')
  expect([total, unread]).toEqual([5, 0])
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
  expect(await find('SKU-1')).toMatchObject({ total: 0, unread: 0 })
})

const all = { connectionId: null, jobType: null }

it('many keys are each found as they are, in the order asked for, and those named nowhere are told', async () => {
  const { finder } = threeJobs()
  const { places, missing, total } = await finder.find({ keys: ['SKU-10', 'lost', 'sku-1', '  '], ...all })
  expect(places.map(({ ref, key }) => `${ref.jobId} ${key}`)).toEqual([
    'c SKU-10',
    'a SKU-10',
    'b SKU-1',
    'a SKU-1',
    'a SKU-1',
  ])
  expect([total, missing]).toEqual([5, ['lost']])
})

it('the answer is narrowed to the jobs of a connection or of a type', async () => {
  const { finder, jobs } = threeJobs()
  if (c) jobs.set('c', aWatchedJob({ ref: c, job: aJob({ jobType: 'crawl' }) }))
  const keys = ['SKU-1']
  expect((await finder.find({ keys, connectionId: 'c2', jobType: null })).total).toBe(0)
  expect((await finder.find({ keys, connectionId: 'c1', jobType: null })).total).toBe(5)
  const { places } = await finder.find({ keys, connectionId: 'c1', jobType: 'crawl' })
  expect(places.map(({ ref }) => ref.jobId)).toEqual(['c'])
})

it('the answer is narrowed to what failed, warned or was merely listed, and says which keys did not', async () => {
  const { finder } = threeJobs()
  const found = async (list: 'errors' | 'warnings' | 'referenceKeys') => {
    const { places, missing } = await finder.find({ keys: ['SKU-1', 'SKU-7', 'SKU-10'], ...all, list })
    return [places.map(({ ref, key }) => `${ref.jobId} ${key}`), missing]
  }
  expect(await found('errors')).toEqual([['b SKU-1', 'b SKU-7', 'c SKU-10'], []])
  expect(await found('warnings')).toEqual([['a SKU-1', 'a SKU-10'], ['SKU-7']])
  expect(await found('referenceKeys')).toEqual([['a SKU-1'], ['SKU-7', 'SKU-10']])
})

it.each([
  ['csv', ['SKU-10,failed,SKU-10,c,Outfitters', 'SKU-10,warned,SKU-10,a,Outfitters', "'=lost,nowhere,,,,"]],
  [
    'jsonl',
    ['"key":"SKU-10","result":"failed"', '"key":"SKU-10","result":"warned"', '"key":"=lost","result":"nowhere"'],
  ],
] as const)(
  'the answer is saved as %s, with the job of each place and the keys that have none',
  async (form, lines) => {
    const { finder } = threeJobs()
    const written: string[] = []
    const save = createItemExporter(finder, () => 'Outfitters', {
      chooseFile: async suggested => `/there/${suggested}`,
      files: {
        open: async () => ({
          async write(bytes) {
            written.push(Buffer.from(bytes).toString())
            return { bytesWritten: bytes.length }
          },
          sync: async () => {},
          close: async () => {},
        }),
        rename: async () => {},
        remove: async () => {},
      },
    })
    expect(await save({ keys: ['SKU-10', '=lost'], ...all }, form, unheard)).toEqual({
      file: `/there/items.${form}`,
      written: 3,
      isCut: false,
    })
    const rows = written
      .join('')
      .trim()
      .split(/\r?\n/)
      .slice(form === 'csv' ? 1 : 0)
    expect(rows).toHaveLength(3)
    for (const [index, line] of lines.entries()) expect(rows[index]).toContain(line)
  },
)

it('a file of several keys has every place of each, also where the answer on the screen is cut', async () => {
  const { finder, journal, fileAll } = threeJobs()
  if (!a) throw new Error('three jobs')
  const many = Array.from({ length: 700 }, (_, index) => entry(index, { entityKey: 'SKU-9' }))
  journal.details.lay(a, { errors: many })
  fileAll()
  const query = { keys: ['SKU-9', 'SKU-7'], connectionId: null, jobType: null }
  const taken: string[] = []
  await finder.each(query, async ({ sought }) => void taken.push(sought))
  expect([taken.length, (await finder.find(query)).atLeast]).toEqual([701, true])
})

it('while an answer is saved it is told how many keys were looked up, of one key how many places are written', async () => {
  const { finder } = threeJobs()
  const told: string[] = []
  const course: Course = { ...unheard, tell: (step, done, total) => void told.push(`${step} ${done}/${total}`) }
  await finder.each({ keys: ['SKU-10', 'lost'], ...all }, async () => {}, course)
  expect(told.slice(-2)).toEqual(['keys 1/2', 'keys 2/2'])
  await finder.each({ keys: ['SKU-1'], ...all }, async () => {}, course)
  expect(told.slice(-5)).toEqual([1, 2, 3, 4, 5].map(done => `entries ${done}/5`))
})

it('until every list is read in it is told how many jobs are left, and then the keys are', async () => {
  let now = 0
  // So slow that each list takes a turn of its own, and an answer waits for none.
  const slow = {
    monotonic: () => {
      now += 300
      return now
    },
  }
  const { find, finder } = threeJobs(slow)
  expect(await find('SKU-1')).toMatchObject({ total: 0, unread: 3 })
  const told: string[] = []
  const course: Course = { ...unheard, tell: (step, done, total) => void told.push(`${step} ${done}/${total}`) }
  await finder.each({ keys: ['SKU-10', 'lost'], ...all }, async () => {}, course)
  expect(told).toEqual(['read 0/3', 'read 0/3', 'read 1/3', 'read 2/3', 'keys 0/2', 'keys 1/2', 'keys 2/2'])
  expect(await find('SKU-1')).toMatchObject({ total: 5, unread: 0 })
})

it('an answer that is cancelled while it is saved hands on nothing more', async () => {
  const { finder } = threeJobs()
  const stopper = new AbortController()
  const taken: string[] = []
  const saving = finder.each(
    { keys: ['SKU-7', 'SKU-10'], ...all },
    async ({ sought }) => {
      taken.push(sought)
      stopper.abort()
    },
    { ...unheard, signal: stopper.signal },
  )
  await expect(saving).rejects.toThrow('aborted')
  expect(taken).toEqual(['SKU-7'])
})
