import { describe, expect, it } from 'vitest'
import { bad, type Fault } from '../../../src/shared/fault'
import { postSentence } from '../../../src/shared/post-wording'
import { settle } from '../../support/fake-clock'
import { aCreation, anOutbox, aReport } from './an-outbox'

const locked: Fault = { kind: 'no-key', why: 'locked' }
const refusedKey: Fault = { kind: 'unauthorized', said: null }
const signIn: Fault = { kind: 'not-the-api', contentType: 'text/html' }
const moved: Fault = { kind: 'moved', status: 307, toOrigin: 'https://else.example' }
const limited: Fault = { kind: 'rate-limited', retryAfterMs: 300_000 }

const metBy = async (fault: Fault) => {
  const all = anOutbox({ answers: { looks: [bad(fault)] } })
  const order = aReport({ stage: 'a' })
  all.outbox.put(order, 'send')
  await settle()
  const change = (own: Partial<NonNullable<ReturnType<typeof all.board.connection>>>) => {
    const connection = all.board.connection('c1')
    if (connection) all.board.putConnection({ ...connection, ...own })
  }
  const sentence = () => {
    const post = all.stored(order.id)
    return post === undefined ? '' : postSentence(post)
  }
  return { ...all, order, change, sentence, sent: () => all.asked.filter(word => word.startsWith('post')).length }
}

describe('a post whose look is met by', () => {
  it.each([
    [locked, /^Waits: the keychain is locked\. Unlock it\. Then this is sent by itself\.$/],
    [refusedKey, /^Waits: the server refused the key \(401\)\. Give the connection a valid key\./],
    [moved, /^Waits: the address answers with a redirect to https:\/\/else\.example, which is not followed\. Correct/],
    [
      signIn,
      /^Waits: something other than the jobs API answers\. Sign in to the network, or correct the address\. It is/,
    ],
    [limited, /^Waits until [\d:]{8}: the server asked for it\. Then this is sent by itself\.$/],
  ])('%j waits and says why', async (fault, words) => {
    const { order, stored, sentence, sent } = await metBy(fault)
    expect(stored(order.id)).toMatchObject({ state: 'waiting', fault: { kind: fault.kind }, attempts: 0 })
    expect(sentence()).toMatch(words)
    expect(sent()).toBe(0)
  })

  it.each([locked, refusedKey])(
    '%j goes when its connection is fit again, and asks nothing until then',
    async fault => {
      const { outbox, order, board, stored, asked, clock, change } = await metBy(fault)
      expect(board.connection('c1')?.fault?.fault.kind).toBe(fault.kind)
      await clock.pass(3_600_000)
      expect(asked).toEqual(['look'])
      change({ fault: null })
      outbox.retry('c1')
      await settle()
      expect(stored(order.id)).toMatchObject({ state: 'sent', fault: null })
    },
  )

  it('a locked keychain asks it anew when a person wants it tried now', async () => {
    const { outbox, order, asked, stored } = await metBy(locked)
    await outbox.act(order.id, 'send-again')
    await settle()
    expect(asked.slice(0, 3)).toEqual(['look', 'retry keys', 'look'])
    expect(stored(order.id)?.state).toBe('sent')
  })

  it('a locked keychain that gives the key at once has it sent once, which is no refusal', async () => {
    let unlock = async (): Promise<void> => undefined
    const { outbox, board, stored, asked } = anOutbox({
      answers: { looks: [bad(locked)] },
      onRetryKeys: () => unlock(),
    })
    const order = aReport({ stage: 'a' })
    outbox.put(order, 'send')
    await settle()
    unlock = async () => {
      const connection = board.connection('c1')
      if (connection) board.putConnection({ ...connection, fault: null })
      outbox.retry('c1')
      await settle()
    }
    expect((await outbox.act(order.id, 'send-again')).state).toBe('sent')
    expect(stored(order.id)?.state).toBe('sent')
    expect(asked.filter(word => word.startsWith('post'))).toHaveLength(1)
  })

  it('a refused key is tried once more when a person insists, and all goes on when it is good', async () => {
    const { outbox, order, board, stored } = await metBy(refusedKey)
    const creation = aCreation()
    outbox.put(creation, 'send')
    expect(stored(creation.id)).toMatchObject({ state: 'waiting', fault: refusedKey })
    await outbox.act(order.id, 'send-again')
    await settle()
    expect([order, creation].map(({ id }) => stored(id)?.state)).toEqual(['sent', 'sent'])
    expect(board.connection('c1')?.fault).toBeNull()
  })

  it.each([moved, signIn])('%j is tried again by itself, at most every few minutes', async fault => {
    const { order, stored, asked, clock } = await metBy(fault)
    await clock.pass(14_000)
    expect(asked).toEqual(['look'])
    await clock.pass(2_000)
    expect(stored(order.id)?.state).toBe('sent')
  })

  it('429 keeps every post of the server back until its time, also what is ordered later and after a restart', async () => {
    const { outbox, db, asked, clock } = await metBy(limited)
    const creation = aCreation()
    outbox.put(creation, 'send')
    await clock.pass(299_000)
    expect(asked).toEqual(['look'])
    outbox.stop()
    const again = anOutbox({ db })
    await again.clock.pass(290_000)
    const other = aCreation()
    again.outbox.put(other, 'send')
    await settle()
    expect(again.asked).toEqual([])
    expect(again.stored(other.id)).toMatchObject({ fault: { kind: 'rate-limited' } })
    await again.clock.pass(11_000)
    expect([...again.asked].sort()).toEqual(['create crawl', 'create crawl', 'look', 'post {"stage":"a"}'])
  })
})

describe('whoever waits for what becomes of a post', () => {
  it('waits for a pause that ends in time, and not for one that does not', async () => {
    const { outbox, order, clock } = await metBy(limited)
    expect((await outbox.settled(order.id, 60_000))?.state).toBe('waiting')
    const inTime = outbox.settled(order.id, 400_000)
    await clock.pass(301_000)
    expect((await inTime)?.state).toBe('sent')
  })

  it('is told at once when it is held', async () => {
    const { outbox, gates, stored } = anOutbox({ answers: { posts: [bad(refusedKey)] } })
    let release = () => {}
    gates.push(() => new Promise(resolve => (release = resolve)))
    const order = aReport({ stage: 'a' })
    outbox.put(order, 'send')
    const end = outbox.settled(order.id, 60_000)
    await settle()
    release()
    expect(await end).toEqual(stored(order.id))
  })
})

describe('a post to a server that asked a look of the watcher to wait', () => {
  it('asks nothing before that time is over (fault 8)', async () => {
    const { outbox, manners, asked, clock, stored } = anOutbox()
    manners.heed('c1', { kind: 'server', status: 503, retryAfterMs: 60_000 })
    const order = aReport({ stage: 'a' })
    outbox.put(order, 'send')
    await clock.pass(59_000)
    expect(asked).toEqual([])
    expect(stored(order.id)).toMatchObject({ state: 'waiting', nextTryAt: '2026-03-02T12:01:00.000Z' })
    await clock.pass(2_000)
    expect(stored(order.id)?.state).toBe('sent')
  })

  it('makes the watcher wait as well', async () => {
    const { manners } = await metBy(limited)
    expect(manners.pausedMs('c1')).toBe(300_000)
  })
})

describe('a post of a connection that is paused', () => {
  it('waits until a person goes on with it', async () => {
    const { outbox, board, asked, clock, stored } = anOutbox()
    const connection = board.connection('c1')
    if (connection) board.putConnection({ ...connection, paused: true })
    const order = aReport({ stage: 'a' })
    outbox.put(order, 'send')
    await clock.pass(3_600_000)
    expect(asked).toEqual([])
    expect(stored(order.id)).toMatchObject({ state: 'waiting', connectionPaused: true })
    expect((await outbox.settled(order.id, 60_000))?.state).toBe('waiting')
    if (connection) board.putConnection({ ...connection, paused: false })
    outbox.retry('c1')
    await settle()
    expect(stored(order.id)).toMatchObject({ state: 'sent' })
  })

  it('is answered in time even when the journal cannot be read by then', async () => {
    const { outbox, gates, clock, db, troubles } = anOutbox()
    gates.push(() => new Promise(() => undefined))
    const order = aReport({ stage: 'a' })
    outbox.put(order, 'send')
    await settle()
    const answer = outbox.settled(order.id, 5_000)
    db.exec('ALTER TABLE posts RENAME TO unreadable')
    await clock.pass(5_000)
    expect(await answer).toMatchObject({ id: order.id, state: 'sending' })
    expect(troubles).not.toEqual([])
  })
})
