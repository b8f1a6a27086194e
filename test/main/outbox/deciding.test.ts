import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../src/main/requests/answer'
import { bad, good } from '../../../src/shared/fault'
import { settle } from '../../support/fake-clock'
import { aDetail, anOutbox, aReply, aReport, cut, ref, timedOut } from './an-outbox'

const nobodyAnswers = () => ({ posts: [bad(cut)] })
const sent = (asked: readonly string[]) => asked.filter(word => word.startsWith('post')).length

describe('a post that nobody answered', () => {
  it('is never sent again by itself, and the next of its job waits', async () => {
    const { outbox, asked, clock, stored } = anOutbox({ answers: nobodyAnswers() })
    const order = aReport({ stage: 'a' })
    const next = aReport({ stage: 'b' })
    outbox.put(order, 'send')
    outbox.put(next, 'send')
    await clock.pass(3_600_000)
    expect(stored(order.id)).toMatchObject({ state: 'unknown', fault: cut })
    expect(stored(next.id)?.state).toBe('waiting')
    expect(sent(asked)).toBe(1)
  })

  it('is compared by itself, once too early and once in time', async () => {
    const { outbox, clock, asked, stored } = anOutbox({ answers: { posts: [bad(timedOut)] } })
    const order = aReport({ stage: 'a' })
    outbox.put(order, 'send')
    await clock.pass(1_000)
    expect(stored(order.id)?.comparison).toMatchObject({ verdict: 'cannot-tell', why: 'too-early' })
    await clock.pass(61_000)
    expect(stored(order.id)?.comparison).toMatchObject({ verdict: 'not-arrived', againAt: null })
    const looks = asked.filter(word => word === 'look').length
    await clock.pass(3_600_000)
    expect(asked.filter(word => word === 'look')).toHaveLength(looks)
  })

  it('taken as arrived is sent, with what the look found, and lets the next one go', async () => {
    const looks = [good(aDetail()), good(aDetail({ stage: 'a' }))]
    const { outbox, clock, asked, stored } = anOutbox({ answers: { ...nobodyAnswers(), looks } })
    const order = aReport({ stage: 'a' })
    const next = aReport({ stage: 'b' })
    outbox.put(order, 'send')
    outbox.put(next, 'send')
    await clock.pass(1)
    expect(stored(order.id)?.comparison?.verdict).toBe('arrived')
    await outbox.act(order.id, 'take-as-arrived')
    await settle()
    expect(stored(order.id)).toMatchObject({ state: 'sent', after: { stage: 'a' } })
    expect(stored(next.id)?.state).toBe('sent')
    expect(sent(asked)).toBe(2)
  })

  it('taken as arrived before any look is known later as taken by a person', async () => {
    const { outbox, stored } = anOutbox({ answers: nobodyAnswers() })
    const order = aReport({ stage: 'a' })
    outbox.put(order, 'send')
    await settle()
    expect(stored(order.id)).toMatchObject({ state: 'unknown', comparison: null })
    await outbox.act(order.id, 'take-as-arrived')
    expect(stored(order.id)).toMatchObject({ state: 'sent', comparison: { verdict: 'cannot-tell', why: 'no-look' } })
  })

  it('sent again keeps its turn', async () => {
    const { outbox, asked, stored } = anOutbox({ answers: nobodyAnswers() })
    const order = aReport({ stage: 'first' })
    outbox.put(order, 'send')
    outbox.put(aReport({ stage: 'second' }), 'send')
    await settle()
    await outbox.act(order.id, 'send-again')
    await settle()
    expect(asked.filter(word => word.startsWith('post')).map(word => /"stage":"(\w+)"/.exec(word)?.[1])).toEqual([
      'first',
      'first',
      'second',
    ])
    expect(stored(order.id)).toMatchObject({ state: 'sent', attempts: 2, comparison: null })
  })

  it('dropped is given up, and lets the next one go', async () => {
    const { outbox, posts, clock, stored } = anOutbox({ answers: nobodyAnswers() })
    const order = aReport({ stage: 'a' })
    const next = aReport({ stage: 'b' })
    outbox.put(order, 'send')
    outbox.put(next, 'send')
    await settle()
    await outbox.act(order.id, 'drop')
    await clock.pass(1_000)
    expect(stored(order.id)?.state).toBe('dropped')
    expect(posts().map(post => [post.id, post.state])).toEqual([[next.id, 'sent']])
  })

  it('can be compared when a person asks', async () => {
    const looks = [good(aDetail()), bad(timedOut), good(aDetail({ stage: 'a' }))]
    const { outbox, clock, stored } = anOutbox({ answers: { ...nobodyAnswers(), looks } })
    const order = aReport({ stage: 'a' })
    outbox.put(order, 'send')
    await clock.pass(1)
    expect(stored(order.id)?.comparison?.why).toBe('no-look')
    expect((await outbox.act(order.id, 'compare')).comparison?.verdict).toBe('arrived')
  })
})

describe('a restart', () => {
  it('finds what was on its way as unknown and sends it never by itself; what waited is sent', async () => {
    const first = anOutbox()
    first.gates.push(() => new Promise(() => {}))
    const order = aReport({ stage: 'a' })
    const next = aReport({ stage: 'b' }, { content: { kind: 'progress', jobId: 'crawl-9', input: { stage: 'b' } } })
    first.outbox.put(order, 'send')
    await settle()
    first.outbox.stop()
    first.outbox.put(next, 'send')
    expect(first.stored(order.id)?.state).toBe('sending')

    const second = anOutbox({ db: first.db })
    await second.clock.pass(3_600_000)
    expect(second.stored(order.id)).toMatchObject({
      state: 'unknown',
      fault: null,
      comparison: { verdict: 'not-arrived' },
    })
    expect(second.stored(next.id)?.state).toBe('sent')
    expect(second.asked.filter(word => word.startsWith('post'))).toEqual(['post {"stage":"b"}'])
    expect(second.posts().map(post => post.state)).toContain('unknown')
  })

  it('finds drafts as they were typed', () => {
    const first = anOutbox()
    const order = aReport({ stage: 'upl' }, { form: '{"metadata":"{ not whole"}' })
    first.outbox.put(order, 'keep')
    const second = anOutbox({ db: first.db })
    expect(second.posts()).toMatchObject([{ id: order.id, state: 'draft', form: order.form, content: order.content }])
    expect(second.asked).toEqual([])
  })
})

describe('a draft', () => {
  it('is kept again under the same id, and sent when it is ordered', async () => {
    const { outbox, posts, stored, clock } = anOutbox()
    const order = aReport({ stage: 'a' })
    outbox.put(order, 'keep')
    outbox.put({ ...order, content: { kind: 'progress', jobId: ref.jobId, input: { stage: 'b' } } }, 'keep')
    await clock.pass(1_000)
    expect(posts()).toMatchObject([{ state: 'draft', content: { input: { stage: 'b' } } }])
    outbox.put({ ...order, content: { kind: 'progress', jobId: ref.jobId, input: { stage: 'c' } } }, 'send')
    await settle()
    expect(stored(order.id)).toMatchObject({ state: 'sent', content: { input: { stage: 'c' } } })
  })

  it('that is wrong stays a draft with its complaints, and nothing is asked', async () => {
    const { outbox, asked } = anOutbox()
    const issue = { entityKey: ' ', errorType: 'x', message: '' }
    const post = outbox.put(aReport({ transition: { kind: 'fail', message: ' ' }, error: issue }), 'send')
    await settle()
    expect(post.state).toBe('draft')
    expect(post.fault).toMatchObject({ kind: 'rejected', status: 0 })
    const places = post.fault?.kind === 'rejected' ? post.fault.complaints.map(({ at }) => at) : []
    expect(places).toEqual(['mark_failed', 'error.entity_key', 'error.message'])
    expect(asked).toEqual([])
  })

  it('can be made of a post that waits, which then does not go', async () => {
    const { outbox, asked, clock, stored } = anOutbox({ answers: { looks: [bad(timedOut)] } })
    const order = aReport({ stage: 'a' })
    outbox.put(order, 'send')
    await settle()
    await outbox.act(order.id, 'edit')
    await clock.pass(60_000)
    expect(stored(order.id)?.state).toBe('draft')
    expect(sent(asked)).toBe(0)
  })
})

describe('what a person cannot decide', () => {
  it('is refused in a sentence', async () => {
    const { outbox } = anOutbox({ answers: { posts: [good(aReply())] } })
    const order = aReport({ stage: 'a' })
    outbox.put(order, 'send')
    await settle()
    for (const act of ['send-again', 'take-as-arrived', 'edit', 'drop', 'compare'] as const)
      await expect(outbox.act(order.id, act)).rejects.toThrow(Refusal)
    await expect(outbox.act('nobody', 'drop')).rejects.toThrow('not there any more')
  })
})
