import { expect, test } from 'vitest'
import { filterOfPasted, idInFilter, watchedAmong } from '../../../src/renderer/jobs/pasted'
import { aWatchedJob } from '../../support/builders'

const jobs = new Map(
  [
    ['c1', 'crawl-0b7e9d13'],
    ['c2', 'crawl-0b7e9d13'],
    ['c1', 'enrichment-5f2c81d0'],
  ].map(([connectionId = '', jobId = '']) => [
    `${connectionId}/${jobId}`,
    aWatchedJob({ ref: { connectionId, jobId } }),
  ]),
)

test.each([
  ['enrichment-5f2c81d0', ['c1/enrichment-5f2c81d0']],
  ['https://api.example.com/jobs/enrichment-5f2c81d0/status', ['c1/enrichment-5f2c81d0']],
  // The same id may be watched under two connections.
  ['crawl-0b7e9d13', ['c1/crawl-0b7e9d13', 'c2/crawl-0b7e9d13']],
  ['enrichment-5f2c81d0, crawl-ffff0000', []],
  ['some words', []],
  ['', []],
])('%j pasted finds %j, and nothing unless each id is watched', (pasted, keys) => {
  expect(watchedAmong(pasted, jobs)).toEqual(keys)
})

test('an address pasted into the filter looks for the job it names; words stay as they are', () => {
  expect(filterOfPasted('https://api.example.com/jobs/crawl-0b7e9d13?x=1')).toBe('crawl-0b7e9d13')
  expect(filterOfPasted('crawl-0b7e9d13')).toBeNull()
  expect(filterOfPasted('state:failed crawl')).toBeNull()
})

test.each([
  ['crawl-0b7e9d13', 'crawl-0b7e9d13'],
  ['state:failed', null],
  ['uploading', null],
  ['crawl 0b7e9d13', null],
])('a filter %j that finds nothing may be meant as the id %j', (filter, id) => expect(idInFilter(filter)).toBe(id))
