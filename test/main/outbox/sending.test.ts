import { describe, expect, it } from 'vitest'
import { bad, good } from '../../../src/shared/fault'
import { changesOf } from '../../../src/shared/post-changes'
import { settle } from '../../support/fake-clock'
import { aDetail, anOutbox, aReply, aReport, notConnected, ref, timedOut } from './an-outbox'

const stage = (name: string) => aReport({ stage: name })

describe('a post that is sent', () => {
  it('is on the disk as being sent before the server hears of it, and as sent after its answer', async () => {
    const { outbox, gates, stored } = anOutbox()
    const order = stage('uploading')
    const seen: unknown[] = []
    gates.push(async () => void seen.push(stored(order.id)?.state))
    expect(outbox.put(order, 'send').state).toBe('waiting')
    await settle()
    expect(seen).toEqual(['sending'])
    expect(stored(order.id)).toMatchObject({ state: 'sent', attempts: 1, fault: null })
  })

  it('tells what the server changed, from its own reply', async () => {
    const looks = [good(aDetail({ stage: 'downloading', processed: 1 }))]
    const posts = [good(aReply({ stage: 'uploading', processed: 1 }))]
    const { outbox, stored } = anOutbox({ answers: { looks, posts } })
    const order = stage('uploading')
    outbox.put(order, 'send')
    await settle()
    const post = stored(order.id)
    expect(changesOf(post?.before ?? null, post?.after ?? null)).toEqual([
      { field: 'metadata.stage', before: 'downloading', after: 'uploading' },
    ])
  })

  it('shows its job at once as the reply has it, and has older looks dropped', async () => {
    const { outbox, board, written } = anOutbox({ answers: { posts: [good(aReply({ stage: 'uploading' }))] } })
    outbox.put(stage('uploading'), 'send')
    await settle()
    expect(board.job(ref)?.job?.stage).toBe('uploading')
    expect(written).toEqual([ref])
  })

  it('is one post, however often its id is ordered', async () => {
    const { outbox, asked } = anOutbox()
    const order = stage('uploading')
    for (let click = 0; click < 5; click += 1) outbox.put(order, 'send')
    await settle()
    outbox.put(order, 'send')
    await settle()
    expect(asked.filter(word => word.startsWith('post'))).toHaveLength(1)
  })

  it('waits for the one before it of the same job, and for no other job', async () => {
    const { outbox, gates, asked } = anOutbox()
    let release = () => {}
    gates.push(() => new Promise(resolve => (release = resolve)))
    outbox.put(stage('first'), 'send')
    outbox.put(stage('second'), 'send')
    outbox.put(
      aReport(
        { stage: 'elsewhere' },
        { content: { kind: 'progress', jobId: 'crawl-2', input: { stage: 'elsewhere' } } },
      ),
      'send',
    )
    await settle()
    const sent = () => asked.filter(word => word.startsWith('post')).map(word => /"stage":"(\w+)"/.exec(word)?.[1])
    expect(sent()).toEqual(['first', 'elsewhere'])
    release()
    await settle()
    expect(sent()).toEqual(['first', 'elsewhere', 'second'])
  })

  it('needs one look before it, and none when a reply has just told what the job is like', async () => {
    const { outbox, asked, clock } = anOutbox()
    outbox.put(stage('a'), 'send')
    await settle()
    outbox.put(stage('b'), 'send')
    await settle()
    expect(asked.map(word => word.split(' ')[0])).toEqual(['look', 'post', 'post'])
    await clock.pass(11_000)
    outbox.put(stage('c'), 'send')
    await settle()
    expect(asked.map(word => word.split(' ')[0])).toEqual(['look', 'post', 'post', 'look', 'post'])
  })

  it('goes to the server and organization it was ordered for, or nowhere', async () => {
    const { outbox, board, asked, stored } = anOutbox({ answers: { posts: [bad(notConnected)] } })
    const order = stage('a')
    outbox.put(order, 'send')
    await settle()
    const connection = board.connection('c1')
    if (connection) board.putConnection({ ...connection, organization: 'org-2' })
    await outbox.act(order.id, 'send-again')
    await settle()
    expect(asked.filter(word => word.startsWith('post'))).toHaveLength(1)
    expect(stored(order.id)).toMatchObject({ state: 'refused', fault: { kind: 'rejected', status: 0 } })
    await outbox.act(order.id, 'send-again')
    await settle()
    expect(stored(order.id)?.state).toBe('sent')
  })
})

describe('a post that could not leave', () => {
  it('is sent again by itself, later and later, until it leaves', async () => {
    const { outbox, asked, clock, stored } = anOutbox({ answers: { posts: [bad(notConnected), bad(notConnected)] } })
    const order = stage('a')
    outbox.put(order, 'send')
    await settle()
    expect(stored(order.id)).toMatchObject({
      state: 'waiting',
      fault: notConnected,
      nextTryAt: '2026-03-02T12:00:01.000Z',
    })
    await clock.pass(1_000)
    expect(stored(order.id)).toMatchObject({ state: 'waiting', attempts: 2 })
    await clock.pass(1_999)
    expect(stored(order.id)?.state).toBe('waiting')
    await clock.pass(1)
    expect(stored(order.id)).toMatchObject({ state: 'sent', attempts: 3, fault: null })
    expect(asked.filter(word => word.startsWith('post'))).toHaveLength(3)
  })

  it('is not even tried while the job cannot be looked at because the server is in trouble', async () => {
    const looks = [bad({ kind: 'server', status: 503, retryAfterMs: null } as const), bad(timedOut)]
    const { outbox, asked, clock, stored } = anOutbox({ answers: { looks } })
    const order = stage('a')
    outbox.put(order, 'send')
    await clock.pass(1_000)
    expect(stored(order.id)).toMatchObject({ state: 'waiting', attempts: 0 })
    await clock.pass(2_000)
    expect(stored(order.id)).toMatchObject({ state: 'sent', attempts: 1 })
    expect(asked.map(word => word.split(' ')[0])).toEqual(['look', 'look', 'look', 'post'])
  })

  it('is sent without a look by a key that may report but not read', async () => {
    const looks = [bad({ kind: 'forbidden', permission: 'job:read', said: null } as const)]
    const { outbox, stored } = anOutbox({ answers: { looks } })
    const order = stage('a')
    outbox.put(order, 'send')
    await settle()
    expect(stored(order.id)).toMatchObject({ state: 'sent', before: null })
  })
})

describe('a disk that refuses', () => {
  it('lets nothing leave that is not written down, and goes on when there is room', async () => {
    const { outbox, journal, db, asked, clock, troubles, stored } = anOutbox({
      answers: { looks: [bad(notConnected)] },
    })
    const order = stage('a')
    outbox.put(order, 'send')
    await settle()
    db.exec('CREATE TRIGGER no_room BEFORE UPDATE ON posts BEGIN SELECT RAISE(ABORT, "disk is full"); END')
    await clock.pass(5_000)
    expect(asked.filter(word => word.startsWith('post'))).toEqual([])
    expect(troubles).not.toEqual([])
    db.exec('DROP TRIGGER no_room')
    await clock.pass(20_000)
    expect(stored(order.id)?.state).toBe('sent')
    expect(journal.posts.inState('waiting')).toEqual([])
  })

  it('after a post has left keeps its line standing until the answer is written down', async () => {
    const { outbox, db, gates, asked, clock, stored } = anOutbox()
    const order = stage('a')
    gates.push(async () => {
      db.exec('CREATE TRIGGER no_room BEFORE UPDATE ON posts BEGIN SELECT RAISE(ABORT, "disk is full"); END')
    })
    outbox.put(order, 'send')
    outbox.put(stage('b'), 'send')
    await clock.pass(1_000)
    expect(stored(order.id)?.state).toBe('sending')
    expect(asked.filter(word => word.startsWith('post'))).toHaveLength(1)
    db.exec('DROP TRIGGER no_room')
    await clock.pass(10_000)
    expect(stored(order.id)?.state).toBe('sent')
    expect(asked.filter(word => word.startsWith('post'))).toHaveLength(2)
  })
})

describe('a connection that is removed', () => {
  it('takes its posts along, also the one that is on its way', async () => {
    const { outbox, board, journal, gates, troubles, stored, clock } = anOutbox()
    let release = () => {}
    gates.push(() => new Promise(resolve => (release = resolve)))
    const order = stage('a')
    outbox.put(order, 'send')
    await settle()
    journal.connections.remove('c1')
    board.put({ connections: [] })
    release()
    await clock.pass(60_000)
    expect(stored(order.id)).toBeUndefined()
    expect(troubles).toEqual([])
  })
})
