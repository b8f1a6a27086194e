import { describe, expect, it } from 'vitest'
import { completions } from '../../../src/renderer/jobs/complete'
import { fits, queryOf } from '../../../src/renderer/jobs/query'
import type { WatchedJob } from '../../../src/shared/snapshot'
import { aJob, anEndedJob, aWatchedJob } from '../../support/builders'

const about = { connection: 'Outfitters EU', unseen: new Set<string>() }
const failed = aWatchedJob({ job: anEndedJob({ jobType: 'csv_import', outcome: 'failed', status: 'failed' }) })
const running = aWatchedJob({ job: aJob({ jobType: 'crawl', status: 'in_progress' }), pinned: true })
const unseen = aWatchedJob({ job: null })
const wrongId = aWatchedJob({ job: null, fault: { fault: { kind: 'not-found', said: null }, since: '' } })
const odd = aWatchedJob({ job: aJob({ phase: 'unknown', status: 'PAUSED' }) })
const all: Readonly<Record<string, WatchedJob>> = { failed, running, unseen }

const found = (filter: string) =>
  Object.keys(all).filter(name => all[name] !== undefined && fits(queryOf(filter), all[name], about))

describe('a filter', () => {
  it.each([
    ['', ['failed', 'running', 'unseen']],
    ['state:failed', ['failed']],
    ['state:fail', ['failed']],
    ['STATE:Recent', ['failed']],
    ['state:active', ['running', 'unseen']],
    ['state:in_progress', ['running']],
    ['state:failed state:running', ['failed', 'running']],
    ['type:csv', ['failed']],
    ['type:crawl state:failed', []],
    ['connection:eu', ['failed', 'running', 'unseen']],
    ['connection:other', []],
    ['connection:"outfitters eu"', ['failed', 'running', 'unseen']],
    ['connection:"outfitters u', []],
    ['id:5F2C81D0', ['failed', 'running', 'unseen']],
    ['id:crawl', []],
    ['is:pinned', ['running']],
    ['is:pinned crawl', ['running']],
    ['is:pinned csv', []],
    // In the middle of typing nothing vanishes.
    ['state:', ['failed', 'running', 'unseen']],
    ['-state:', ['failed', 'running', 'unseen']],
    ['-', ['failed', 'running', 'unseen']],
    ['-state:failed', ['running', 'unseen']],
    ['-state:failed -state:running', ['unseen']],
    ['state:active -is:pinned', ['unseen']],
    ['-"csv import"', ['running', 'unseen']],
    ['-type:csv -is:pinned', ['unseen']],
    ['-crawl', ['failed', 'unseen']],
    ['-connection:"outfitters eu"', []],
    ['-connection:"outfitters u', ['failed', 'running', 'unseen']],
    ['-id:5f2c81d0', []],
    // In quotes it is a word that begins with a minus.
    ['"-crawl"', []],
    // No field of ours, so a word like any other.
    ['http://x', []],
  ])('%j finds %j', (filter, names) => {
    expect(found(filter)).toEqual(names)
  })
})

describe('what nobody has seen, and what nobody knows,', () => {
  const some: Readonly<Record<string, WatchedJob>> = { unseen, wrongId, odd }
  it.each([
    ['state:unknown', ['odd']],
    ['state:paused', ['odd']],
    ['state:not-found', ['wrongId']],
    ['state:"not found"', ['wrongId']],
    ['state:not-seen', ['unseen']],
    ['state:"not seen yet"', ['unseen']],
    ['state:not', ['unseen', 'wrongId']],
    ['-state:not', ['odd']],
  ])('are told apart: %j finds %j', (filter, names) => {
    const fitting = Object.entries(some).filter(([, watched]) => fits(queryOf(filter), watched, about))
    expect(fitting.map(([name]) => name)).toEqual(names)
  })
})

describe('what a filter could go on with', () => {
  const known = { types: ['crawl', 'csv_import', 'crawl'], connections: ['Outfitters EU', 'Grid shop'] }
  it.each([
    ['', []],
    ['st', ['state:']],
    ['crawl ty', ['crawl type:']],
    ['state:f', ['state:finished ', 'state:failed ']],
    ['type:c', ['type:crawl ', 'type:csv_import ']],
    ['sku connection:', ['sku connection:"outfitters eu" ', 'sku connection:"grid shop" ']],
    ['connection:"grid s', ['connection:"grid shop" ']],
    ['state:failed', []],
    ['nothing:x', []],
    ['-', ['-state:', '-type:', '-connection:', '-id:', '-is:']],
    ['crawl -ty', ['crawl -type:']],
    ['-state:f', ['-state:finished ', '-state:failed ']],
    ['sku -connection:"grid s', ['sku -connection:"grid shop" ']],
  ])('%j: %j', (filter, expected) => {
    expect(completions(filter, known)).toEqual(expected)
  })
})

describe('how the list is wanted', async () => {
  const { readListView } = await import('../../../src/renderer/jobs/list-view')
  const storeOf = (held: string | null) => ({ getItem: () => held })
  it.each([
    [null, 'standing', true],
    ['{"sort":"failures","grouped":false}', 'failures', false],
    ['{"sort":"colour","grouped":"yes"}', 'standing', true],
    ['[', 'standing', true],
    ['null', 'standing', true],
  ])('%j is read as %s, grouped %s', (held, sort, grouped) => {
    expect(readListView(storeOf(held))).toEqual({ sort, grouped })
  })
})
