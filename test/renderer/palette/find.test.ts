import { describe, expect, it } from 'vitest'
import type { Command } from '../../../src/renderer/palette/commands'
import { findEntries, mostEntries } from '../../../src/renderer/palette/find'
import { fuzzyScore } from '../../../src/renderer/palette/fuzzy'
import { recentChoices, rememberChoice } from '../../../src/renderer/palette/recent'
import { refKey } from '../../../src/shared/job'
import { aJob, aWatchedJob } from '../../support/builders'

const command = (id: string, label: string): Command => ({ id, label, run: () => undefined })
const commands = [
  command('go.inbox', 'Go to Inbox'),
  command('pause', 'Pause watching'),
  command('theme.dark', 'Theme: dark'),
]
const jobs = ['enrichment-5f2c81d0', 'crawl-77aa12bb', 'crawl-90de3f11'].map(jobId => {
  const watched = aWatchedJob({
    ref: { connectionId: 'c1', jobId },
    job: aJob({ jobType: jobId.split('-')[0] ?? null }),
  })
  return [refKey(watched.ref), watched] as const
})
const keysFor = (typed: string, recent: readonly string[] = []) =>
  findEntries(typed, { commands, jobs, connectionName: () => 'Outfitters', recent }).map(({ key }) => key)

describe('the palette', () => {
  it('lists every act and no job before anything is typed', () => {
    expect(keysFor('')).toEqual(['go.inbox', 'pause', 'theme.dark'])
  })

  it('puts what was chosen lately first, newest of all, jobs too', () => {
    expect(keysFor('', ['c1/crawl-77aa12bb', 'theme.dark'])).toEqual([
      'c1/crawl-77aa12bb',
      'theme.dark',
      'go.inbox',
      'pause',
    ])
  })

  it.each([
    ['gi', 'go.inbox'],
    ['inbox', 'go.inbox'],
    ['paw', 'pause'],
    ['5f2c', 'c1/enrichment-5f2c81d0'],
    ['crawl 90de', 'c1/crawl-90de3f11'],
    ['outf enr', 'c1/enrichment-5f2c81d0'],
  ])('finds by %j first %s', (typed, key) => {
    expect(keysFor(typed)[0]).toBe(key)
  })

  it.each([
    'enrichment-5f2c81d0',
    ' ENRICHMENT-5f2c81d0\n',
    '5f2c81d0',
    '5f2c',
    'https://api.example.com/jobs/enrichment-5f2c81d0/status',
  ])('opens the job that %j names before any act on it, also one chosen lately', typed => {
    const acts = [command('job.pin', 'Pin 5f2c81d0'), command('job.look', 'Look at 5f2c81d0 now')]
    const entries = findEntries(typed, { commands: acts, jobs, connectionName: () => '', recent: ['job.pin'] })
    expect(entries[0]?.key).toBe('c1/enrichment-5f2c81d0')
  })

  it('finds nothing for letters that are nowhere in this order', () => {
    expect(keysFor('zzq')).toEqual([])
  })

  it('never shows more lines than are read', () => {
    const many = Array.from({ length: 500 }, (_, index) => {
      const watched = aWatchedJob({ ref: { connectionId: 'c1', jobId: `crawl-${index}` } })
      return [refKey(watched.ref), watched] as const
    })
    expect(findEntries('crawl', { commands, jobs: many, connectionName: () => '', recent: [] })).toHaveLength(
      mostEntries,
    )
  })
})

it('what stands at the beginning of a word is found before what stands inside one, and letters in a row before scattered ones', () => {
  const score = (text: string) => fuzzyScore('job', text) ?? -1
  expect(score('job one')).toBeGreaterThan(score('a job'))
  expect(score('a job')).toBeGreaterThan(score('ajob'))
  expect(score('ajob')).toBeGreaterThan(score('just one big'))
  expect(fuzzyScore('job', 'boj')).toBeNull()
})

describe('what was chosen lately', () => {
  const storeOf = (held: string | null) => ({
    held,
    getItem() {
      return this.held
    },
    setItem(_key: string, value: string) {
      this.held = value
    },
  })

  it('is kept newest first, each once, and not for ever', () => {
    const store = storeOf(null)
    for (const key of ['a', 'b', 'a', ...'cdefghij']) rememberChoice(store, key)
    expect(recentChoices(store)).toEqual([...'jihgfedc'])
  })

  it.each([null, 'x', '{}', '[1, null]'])('is nothing when the store holds %j', held => {
    expect(recentChoices(storeOf(held))).toEqual([])
  })
})
