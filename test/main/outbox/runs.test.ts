import { describe, expect, it } from 'vitest'
import { bad } from '../../../src/shared/fault'
import type { RunOrder } from '../../../src/shared/outbox'
import { runSentence } from '../../../src/shared/post-wording'
import type { ProgressInput } from '../../../src/shared/progress'
import { settle } from '../../support/fake-clock'
import { anOutbox, aReport, cut, ref } from './an-outbox'

const runId = '00000000-0000-4000-8000-00000000aaaa'
const anError = (key: string): ProgressInput => ({
  error: { entityKey: key, entityType: 'product', errorType: 'missing_gtin', message: 'No GTIN' },
})
const aRun = (keys: readonly string[], own: Partial<RunOrder> = {}): RunOrder => ({
  id: runId,
  ref,
  label: 'errors.csv',
  inputs: keys.map(anError),
  ...own,
})
const keysOf = (asked: readonly string[]) =>
  asked.flatMap(word => (word.startsWith('post') ? [/"entityKey":"(\w+)"/.exec(word)?.[1]] : []))

describe('a run of many reports', () => {
  it('is sent one after the other, in its order', async () => {
    const { outbox, asked, board, clock } = anOutbox()
    const begun = await outbox.runs.change({ kind: 'begin', order: aRun(['a', 'b', 'c']) })
    expect(begun).toMatchObject({ state: 'going', counts: { waiting: 3 } })
    await clock.pass(1_000)
    expect(keysOf(asked)).toEqual(['a', 'b', 'c'])
    expect(board.parts().runs).toMatchObject([{ state: 'done', label: 'errors.csv', counts: { sent: 3, waiting: 0 } }])
    expect(board.parts().posts).toEqual([])
  })

  it('keeps how many rows of its file were left out', async () => {
    const { outbox } = anOutbox()
    expect((await outbox.runs.change({ kind: 'begin', order: aRun(['a'], { leftOut: 5 }) })).leftOut).toBe(5)
    expect((await outbox.runs.change({ kind: 'hold', id: runId })).leftOut).toBe(5)
  })

  it('begun twice under one id is one run', async () => {
    const { outbox, asked } = anOutbox()
    for (let click = 0; click < 2; click += 1) await outbox.runs.change({ kind: 'begin', order: aRun(['a', 'b']) })
    await settle()
    expect(keysOf(asked)).toEqual(['a', 'b'])
  })

  it('stands while it is held, lets others by, and goes on where it was', async () => {
    const { outbox, asked, gates, stored } = anOutbox()
    let release = () => {}
    gates.push(() => new Promise(resolve => (release = resolve)))
    await outbox.runs.change({ kind: 'begin', order: aRun(['a', 'b', 'c']) })
    await settle()
    await outbox.runs.change({ kind: 'hold', id: runId })
    release()
    await settle()
    expect(keysOf(asked)).toEqual(['a'])
    const single = aReport({ stage: 'uploading' })
    outbox.put(single, 'send')
    await settle()
    expect(stored(single.id)?.state).toBe('sent')
    expect((await outbox.runs.change({ kind: 'go-on', id: runId })).state).toBe('going')
    await settle()
    expect(keysOf(asked).filter(Boolean)).toEqual(['a', 'b', 'c'])
  })

  it('that is stopped gives back all that was not sent', async () => {
    const { outbox, gates, clock, board } = anOutbox()
    let release = () => {}
    gates.push(
      async () => {},
      () => new Promise(resolve => (release = resolve)),
    )
    await outbox.runs.change({ kind: 'begin', order: aRun(['a', 'b', 'c', 'd']) })
    await settle()
    await outbox.runs.change({ kind: 'stop', id: runId })
    release()
    await clock.pass(1_000)
    expect(board.parts().runs[0]).toMatchObject({ state: 'stopped', counts: { sent: 2, dropped: 2 } })
    expect(await outbox.runs.unsent(runId)).toEqual([
      { input: anError('c'), state: 'dropped', why: 'Given up; it was not sent.' },
      { input: anError('d'), state: 'dropped', why: 'Given up; it was not sent.' },
    ])
    await outbox.runs.change({ kind: 'forget', id: runId })
    await clock.pass(1_000)
    expect(board.parts().runs).toEqual([])
  })

  it('goes on past an entry that is refused, and is held where all would be', async () => {
    const posts = [
      bad({ kind: 'rejected', status: 422, complaints: [], said: 'no' } as const),
      bad({ kind: 'not-found', said: null } as const),
    ]
    const { outbox, asked, clock, board } = anOutbox({ answers: { posts } })
    await outbox.runs.change({ kind: 'begin', order: aRun(['a', 'b', 'c']) })
    await clock.pass(1_000)
    expect(keysOf(asked)).toEqual(['a', 'b'])
    expect(board.parts().runs[0]).toMatchObject({
      state: 'held',
      fault: { kind: 'not-found' },
      counts: { refused: 2, waiting: 1 },
    })
  })

  it('goes on by itself after the pause that the server asked for, with the entry it refused for its rate (fault 8)', async () => {
    const { outbox, asked, clock, board } = anOutbox({
      answers: { posts: [bad({ kind: 'rate-limited', retryAfterMs: 90_000 } as const)] },
    })
    await outbox.runs.change({ kind: 'begin', order: aRun(['a', 'b']) })
    await clock.pass(80_000)
    expect(keysOf(asked)).toEqual(['a'])
    const [run] = board.parts().runs
    expect(run).toMatchObject({ state: 'going', counts: { waiting: 2 }, waits: { fault: { kind: 'rate-limited' } } })
    expect(run && runSentence(run)).toMatch(/^2 reports to go\. Waits until [\d:]{8}: the server asked for it\./)
    await clock.pass(20_000)
    expect(keysOf(asked)).toEqual(['a', 'a', 'b'])
    expect(board.parts().runs[0]).toMatchObject({ state: 'done', counts: { sent: 2 } })
  })

  it('waits at one that nobody answered until a person decides', async () => {
    const { outbox, asked, clock, board } = anOutbox({ answers: { posts: [bad(cut)] } })
    await outbox.runs.change({ kind: 'begin', order: aRun(['a', 'b']) })
    await clock.pass(60_000)
    const [unknown] = board.parts().posts
    expect(unknown).toMatchObject({ state: 'unknown', runId })
    await expect(outbox.runs.change({ kind: 'forget', id: runId })).rejects.toThrow('not over')
    await outbox.act(unknown?.id ?? '', 'take-as-arrived')
    await clock.pass(1_000)
    expect(keysOf(asked)).toEqual(['a', 'b'])
    expect(board.parts().runs[0]).toMatchObject({ state: 'done', counts: { sent: 2 } })
  })

  it('is checked whole before any of it is in line', async () => {
    const { outbox, journal } = anOutbox()
    const inputs = [anError('a'), anError(' ')]
    await expect(outbox.runs.change({ kind: 'begin', order: aRun([], { inputs }) })).rejects.toThrow(
      'Entry 2: error.entity_key: Enter the key of what it is about.',
    )
    expect(journal.runs.all()).toEqual([])
  })

  it('goes on after a restart', async () => {
    const first = anOutbox()
    first.outbox.stop()
    await first.outbox.runs.change({ kind: 'begin', order: aRun(['a', 'b']) })
    const second = anOutbox({ db: first.db })
    await second.clock.pass(1_000)
    expect(keysOf(second.asked)).toEqual(['a', 'b'])
  })
})
