import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDb } from '../../../src/main/journal/db'
import { journalOf } from '../../../src/main/journal/journal'
import { openJournal } from '../../../src/main/journal/open'
import { migrate } from '../../../src/main/journal/schema'
import { newPost } from '../../../src/main/outbox/new-post'
import type { Post, PostState } from '../../../src/shared/outbox'
import { aConnection } from '../../support/builders'
import { aReport, ref } from '../outbox/an-outbox'

const now = new Date('2026-03-02T12:00:00Z')
const lane = 'c1/crawl-1'

function aJournal(file = ':memory:') {
  const journal = journalOf(openJournal(file, now).db)
  journal.connections.save(aConnection(), true)
  let place = 0
  const put = (state: PostState, own: Partial<Post> = {}) => {
    place += 1
    const post = { ...newPost(aReport({ stage: 'a' }), { at: now, jobCreatedHere: false, runId: null }), ...own, state }
    journal.posts.put({ post, lane, place, target: 't' })
    return post
  }
  return { journal, put }
}

describe('the outbox on the disk', () => {
  it('gives a post back as it was put', () => {
    const { journal, put } = aJournal()
    const post = put('refused', {
      form: '{"a":',
      fault: { kind: 'rejected', status: 422, complaints: [{ at: 'stage', message: 'no' }], said: null },
      endedAt: now.toISOString(),
    })
    expect(journal.posts.get(post.id)).toEqual({ post, lane, place: 1, target: 't' })
    expect(journal.posts.get('nobody')).toBeNull()
  })

  it('has whoever is on the way or unknown stand before those that wait', () => {
    const { journal, put } = aJournal()
    put('sent')
    put('refused')
    put('draft')
    const unknown = put('unknown')
    put('waiting')
    expect(journal.posts.head(lane)?.post.id).toBe(unknown.id)
    expect(journal.posts.head('c1/other')).toBeNull()
    expect(journal.posts.lanes()).toEqual([lane])
  })

  it('shows what is open first, then the newest of what has ended, and nothing that was dropped', () => {
    const { journal, put } = aJournal()
    const draft = put('draft')
    put('sent', { endedAt: '2026-03-01T10:00:00.000Z' })
    const newest = put('sent', { endedAt: '2026-03-02T10:00:00.000Z' })
    put('dropped', { endedAt: '2026-03-02T11:00:00.000Z' })
    expect(journal.posts.shown(1, 10).map(post => post.id)).toEqual([draft.id, newest.id])
  })

  it('forgets what ended long ago, and nothing that is open', () => {
    const { journal, put } = aJournal()
    const old = put('sent', { endedAt: '2026-01-01T00:00:00.000Z' })
    const open = put('unknown')
    journal.retention.sweep(now, now)
    expect(journal.posts.get(old.id)).toBeNull()
    expect(journal.posts.get(open.id)).not.toBeNull()
  })

  it('goes with its connection', () => {
    const { journal, put } = aJournal()
    const post = put('waiting')
    journal.connections.remove('c1')
    expect(journal.posts.get(post.id)).toBeNull()
  })

  it('keeps templates in their order', () => {
    const { journal } = aJournal()
    const templates = ['b', 'a'].map(name => ({ name, input: { jobType: 'crawl', totalItems: 0, metadata: { x: 1 } } }))
    journal.templates.replace(templates)
    journal.templates.replace(templates)
    expect(journal.templates.all()).toEqual(templates)
  })
})

describe('a journal from before the outbox', () => {
  it('is brought up to date with all that was in it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jobtray-posts-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'journal.db')
    const old = openDb(file)
    migrate(old, 2)
    const { id, createdAt, keyState, fault, ...draft } = aConnection()
    old
      .prepare('INSERT INTO connections (id, draft, created_at, key_saved) VALUES (?, ?, ?, 1)')
      .run(id, JSON.stringify(draft), createdAt)
    old.close()
    const { db, trouble } = openJournal(file, now)
    expect(trouble).toEqual({ kind: 'none' })
    expect(journalOf(db).connections.all()).toHaveLength(1)
    expect(journalOf(db).posts.lanes()).toEqual([])
  })
})

describe('a journal that was damaged', () => {
  it('comes back from its backup with nothing in line: it may have been sent since', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jobtray-posts-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'journal.db')
    const { journal, put } = aJournal(file)
    const single = put('waiting')
    const run = {
      id: 'r1',
      ref,
      label: 'errors.csv',
      createdAt: now.toISOString(),
      state: 'going',
      fault: null,
    } as const
    journal.runs.insert(run)
    const ofRun = put('waiting', { runId: 'r1' })
    const draft = put('draft')
    journal.backUp(file)
    journal.close()
    writeFileSync(file, Buffer.alloc(8_192))

    const opened = openJournal(file, now)
    expect(opened.trouble.kind).toBe('restored')
    const { posts, runs } = journalOf(opened.db)
    expect([single, ofRun, draft].map(({ id }) => posts.get(id)?.post.state)).toEqual(['unknown', 'waiting', 'draft'])
    expect(runs.get('r1')?.state).toBe('held')
    expect(posts.head(lane)?.post.id).toBe(single.id)
  })
})
