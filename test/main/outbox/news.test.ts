import { describe, expect, it } from 'vitest'
import { bad, type Fault } from '../../../src/shared/fault'
import { settle } from '../../support/fake-clock'
import { aCreation, anOutbox, aReport, cut, notConnected, ref } from './an-outbox'

const invalid: Fault = {
  kind: 'rejected',
  status: 422,
  complaints: [{ at: 'error', message: 'the server’s own words' }],
  said: null,
}
const toldIn = ({ board }: ReturnType<typeof anOutbox>) => board.parts().notices

const answered = async (fault: Fault, given: Parameters<typeof anOutbox>[0] = {}) => {
  const all = anOutbox({ ...given, answers: { posts: [bad(fault)] } })
  all.outbox.put(aReport({ stage: 'a' }), 'send')
  await settle()
  return all
}

describe('a person who is not at the window is told', () => {
  it('that a report was refused, without the server’s own words', async () => {
    const [notice, ...more] = toldIn(await answered(invalid))
    expect(more).toEqual([])
    expect(notice).toMatchObject({ kind: 'post', ref, seen: false, title: 'A report was refused' })
    expect(notice?.body).toBe('The server refused it (422). Open it to see why.\nStage “a” · 5f2c81d0 · Outfitters')
  })

  it('that a report may have arrived, once, however often it is compared', async () => {
    const all = await answered(cut)
    await all.clock.pass(3_600_000)
    expect(toldIn(all).map(({ title }) => title)).toEqual(['A report may or may not have arrived'])
  })

  it('after a restart of what was on its way when the app was stopped', async () => {
    const first = anOutbox()
    first.gates.push(() => new Promise(() => {}))
    first.outbox.put(aCreation(), 'send')
    await settle()
    const second = anOutbox({ db: first.db })
    expect(toldIn(second)).toMatchObject([{ kind: 'post', ref: null, title: 'A job may or may not have been created' }])
  })

  it('that a report waits for them to correct the address, once', async () => {
    const moved: Fault = { kind: 'moved', status: 307, toOrigin: null }
    const all = anOutbox({ answers: { looks: [bad(moved), bad(moved)] } })
    all.outbox.put(aReport({ stage: 'a' }), 'send')
    await all.clock.pass(25_000)
    expect(toldIn(all).map(({ title }) => title)).toEqual(['A report waits for you'])
  })

  it('that a run is held, and of none of its entries', async () => {
    const all = anOutbox({ answers: { posts: [bad(invalid), bad({ kind: 'not-found', said: null })] } })
    const inputs = ['a', 'b', 'c'].map(stage => ({ stage }))
    const id = '00000000-0000-4000-8000-00000000aaaa'
    await all.outbox.runs.change({ kind: 'begin', order: { id, ref, label: 'errors.csv', inputs } })
    await settle()
    expect(toldIn(all).map(({ title }) => title)).toEqual(['A run of reports is held'])
  })
})

describe('nobody is told', () => {
  it('what they see in the window at once', async () => {
    expect(toldIn(await answered(invalid, { inView: true }))).toEqual([])
  })

  it('what the command that waits for it says', async () => {
    const all = anOutbox({ answers: { posts: [bad(invalid)] } })
    const order = aReport({ stage: 'a' })
    all.outbox.put(order, 'send')
    const end = all.outbox.settled(order.id, 60_000)
    expect((await end)?.state).toBe('refused')
    expect(toldIn(all)).toEqual([])
  })

  it('of what only waits for the server', async () => {
    expect(toldIn(await answered(notConnected))).toEqual([])
  })
})

describe('a post that had waited for long', () => {
  it('is told of when it is refused then, also with the window open', async () => {
    const looks = Array.from({ length: 8 }, () => bad(notConnected))
    const all = anOutbox({ inView: true, watched: false, answers: { looks, posts: [bad(invalid)] } })
    all.outbox.put(aReport({ stage: 'a' }), 'send')
    await all.clock.pass(600_000)
    expect(toldIn(all).map(({ title }) => title)).toEqual(['A report was refused'])
  })
})
