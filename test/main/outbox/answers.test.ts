import { describe, expect, it } from 'vitest'
import { bad, type Fault, good } from '../../../src/shared/fault'
import { anUnseenJob } from '../../support/builders'
import { settle } from '../../support/fake-clock'
import { aCreation, aDetail, anOutbox, aReply, aReport, ref } from './an-outbox'

const refusedWith = async (fault: Fault) => {
  const outbox = anOutbox({ answers: { posts: [bad(fault)] } })
  const order = aReport({ stage: 'a' })
  outbox.outbox.put(order, 'send')
  await settle()
  return { ...outbox, order }
}

const postsIn = (asked: readonly string[]) =>
  asked.flatMap(word => (word.startsWith('post') ? [/"stage":"(\w+)"/.exec(word)?.[1]] : []))

describe('a post that the server refuses', () => {
  it('keeps each complaint at its field, and is sent once more when it was corrected (fault 6)', async () => {
    const complaints = [{ at: 'error.message', message: 'Field required' }]
    const { outbox, order, stored } = await refusedWith({ kind: 'rejected', status: 422, complaints, said: null })
    expect(stored(order.id)).toMatchObject({ state: 'refused', fault: { complaints } })
    outbox.put({ ...order, content: { kind: 'progress', jobId: ref.jobId, input: { stage: 'b' } } }, 'send')
    await settle()
    expect(stored(order.id)).toMatchObject({ state: 'sent', content: { input: { stage: 'b' } } })
  })

  it('E20: with 403 switches the forms of its connection off, not the watching, until a post goes through', async () => {
    const { outbox, board } = await refusedWith({ kind: 'forbidden', permission: 'job:create', said: null })
    expect(board.connection('c1')).toMatchObject({ fault: null, writeFault: { fault: { kind: 'forbidden' } } })
    outbox.put(aReport({ stage: 'b' }), 'send')
    await settle()
    expect(board.connection('c1')).not.toHaveProperty('writeFault')
  })

  it('with 409 shows what the job is like by now', async () => {
    const looks = [good(aDetail()), good(aDetail({ stage: 'by another' }))]
    const posts = [bad({ kind: 'conflict', status: 409, said: null } as const)]
    const { outbox, board } = anOutbox({ answers: { posts, looks } })
    outbox.put(aReport({ stage: 'a' }), 'send')
    await settle()
    expect(board.job(ref)?.job?.stage).toBe('by another')
  })

  it('does not stand in the way of the next one', async () => {
    const { outbox, stored } = await refusedWith({ kind: 'not-found', said: null })
    const next = aReport({ stage: 'b' })
    outbox.put(next, 'send')
    await settle()
    expect(stored(next.id)?.state).toBe('sent')
  })
})

describe('a post whose connection is refused, not the post itself', () => {
  it('E20: with 401 stops the connection, and waits for a good key with all that comes after it', async () => {
    const { outbox, order, board, asked, clock, stored } = await refusedWith({ kind: 'unauthorized', said: null })
    const next = aReport({ stage: 'b' })
    outbox.put(next, 'send')
    await clock.pass(3_600_000)
    expect(board.connection('c1')?.fault?.fault.kind).toBe('unauthorized')
    expect(stored(order.id)).toMatchObject({ state: 'waiting', fault: { kind: 'unauthorized' }, nextTryAt: null })
    expect(postsIn(asked)).toEqual(['a'])
    const connection = board.connection('c1')
    if (connection) board.putConnection({ ...connection, fault: null })
    outbox.retry('c1')
    await settle()
    expect(postsIn(asked)).toEqual(['a', 'a', 'b'])
    expect(stored(next.id)?.state).toBe('sent')
  })

  it('with 429 goes in its turn when the server allows it, and not sooner (fault 8)', async () => {
    const { outbox, order, clock, asked, stored } = await refusedWith({ kind: 'rate-limited', retryAfterMs: 120_000 })
    const next = aReport({ stage: 'b' })
    outbox.put(next, 'send')
    await outbox.act(order.id, 'send-again')
    await clock.pass(119_000)
    expect(postsIn(asked)).toEqual(['a'])
    expect(stored(order.id)).toMatchObject({ state: 'waiting', nextTryAt: '2026-03-02T12:02:00.000Z' })
    await clock.pass(2_000)
    expect(postsIn(asked)).toEqual(['a', 'a', 'b'])
  })
})

describe('a job that is created', () => {
  it('is watched from then on as made here, with what the reply said of it', async () => {
    const { outbox, board, journal, stored, written } = anOutbox({ watched: false })
    const order = aCreation()
    outbox.put(order, 'send')
    await settle()
    const made = { connectionId: 'c1', jobId: 'crawl-1' }
    expect(stored(order.id)).toMatchObject({
      state: 'sent',
      ref: made,
      jobCreatedHere: true,
      after: { status: 'pending' },
    })
    expect(board.job(made)).toMatchObject({ origin: 'created', job: { phase: 'queued' } })
    expect(journal.jobs.all().map(watched => watched.ref)).toEqual([made])
    expect(written).toEqual([made])
  })

  it('is made here also when somebody watched it before the answer came', async () => {
    const { outbox, board } = anOutbox({ watched: false })
    const made = { connectionId: 'c1', jobId: 'crawl-1' }
    outbox.put(aCreation(), 'send')
    board.putJobs([anUnseenJob({ ref: made, origin: 'added' })])
    await settle()
    expect(board.job(made)?.origin).toBe('created')
  })

  it('is known as made here when its progress is reported', async () => {
    const { outbox } = anOutbox({ watched: false })
    outbox.put(aCreation(), 'send')
    await settle()
    const report = { kind: 'progress', jobId: 'crawl-1', input: { stage: 'a' } } as const
    expect(outbox.put(aReport({}, { content: report }), 'send').jobCreatedHere).toBe(true)
    expect(outbox.preview(aReport({ stage: 'a' })).cautions).toContain('not-created-here')
    expect(outbox.preview(aReport({}, { content: report })).cautions).toEqual([])
  })

  it('is known as made here also when it was taken off the list, and when it came back to it', async () => {
    const { outbox, board, journal } = anOutbox({ watched: false })
    outbox.put(aCreation(), 'send')
    await settle()
    const made = { connectionId: 'c1', jobId: 'crawl-1' }
    const report = (jobId: string) => aReport({}, { content: { kind: 'progress', jobId, input: { stage: 'a' } } })
    board.dropJobs([made])
    journal.jobs.forget(made, new Date())
    expect(outbox.preview(report('crawl-1')).cautions).toEqual([])
    board.putJobs([anUnseenJob({ ref: made, origin: 'added' })])
    expect(outbox.preview(report('crawl-1')).cautions).toEqual([])
    expect(outbox.preview(report('crawl-2')).cautions).toEqual(['not-created-here'])
  })

  it('E32: may be there when the answer could not be read, and is never created again by itself', async () => {
    const creations = [bad({ kind: 'garbled', what: 'job_id is missing' } as const)]
    const { outbox, clock, asked, stored } = anOutbox({ answers: { creations } })
    const order = aCreation()
    outbox.put(order, 'send')
    await clock.pass(3_600_000)
    expect(stored(order.id)).toMatchObject({ state: 'unknown', comparison: { verdict: 'cannot-tell', why: 'no-id' } })
    expect(asked).toEqual(['create crawl'])
  })

  it('stands in no other’s way', async () => {
    const creations = [bad({ kind: 'garbled', what: 'x' } as const), good({ jobId: 'crawl-2', observation: aReply() })]
    const { outbox, stored } = anOutbox({ answers: { creations } })
    outbox.put(aCreation(), 'send')
    const second = aCreation()
    outbox.put(second, 'send')
    await settle()
    expect(stored(second.id)?.state).toBe('sent')
  })
})

describe('waiting for what becomes of a post', () => {
  it('ends when it is answered, and after its time in any case', async () => {
    const { outbox, gates, clock } = anOutbox()
    let release = () => {}
    gates.push(() => new Promise(resolve => (release = resolve)))
    const order = aReport({ stage: 'a' })
    outbox.put(order, 'send')
    const soon = outbox.settled(order.id, 5_000)
    const inTime = outbox.settled(order.id, 60_000)
    await clock.pass(5_000)
    expect((await soon)?.state).toBe('sending')
    release()
    expect((await inTime)?.state).toBe('sent')
    expect((await outbox.settled(order.id, 60_000))?.state).toBe('sent')
    expect(await outbox.settled('nobody', 60_000)).toBeNull()
    await clock.pass(5_000)
    expect(clock.pending()).toBe(0)
  })
})
