import { expect, test } from 'vitest'
import { groupPosts, outboxBadge } from '../../../../src/renderer/post/outbox/grouped-posts'
import type { PostRun } from '../../../../src/shared/outbox'
import { aPost } from '../../support/a-post'

const aRun = (own: Partial<PostRun> = {}): PostRun => ({
  id: 'r1',
  ref: { connectionId: 'c1', jobId: 'j' },
  label: 'errors.csv',
  createdAt: '2026-03-02T12:00:00.000Z',
  state: 'going',
  fault: null,
  counts: { waiting: 5, sending: 1, sent: 0, refused: 0, unknown: 0, dropped: 0 },
  ...own,
})

test('what a person must decide stands apart, and what is over comes newest first', () => {
  const posts = [
    aPost({ id: 'u', state: 'unknown' }),
    aPost({ id: 'w', state: 'waiting' }),
    aPost({ id: 's', state: 'sending' }),
    aPost({ id: 'd', state: 'draft' }),
    aPost({ id: 'old', state: 'sent', endedAt: '2026-03-02T12:00:01.000Z' }),
    aPost({ id: 'new', state: 'sent', endedAt: '2026-03-02T12:00:02.000Z' }),
    aPost({ id: 'r', state: 'refused' }),
  ]
  const { undecided, inLine, drafts, refused, sent } = groupPosts(posts)
  const ids = [undecided, inLine, drafts, refused, sent].map(group => group.map(({ id }) => id).join(' '))
  expect(ids).toEqual(['u', 'w s', 'd', 'r', 'new old'])
})

test.each([
  ['nothing', [], [], { count: 0, loud: false }],
  ['drafts and what is over', [aPost({ state: 'draft' }), aPost({ state: 'sent' })], [], { count: 0, loud: false }],
  ['what waits', [aPost(), aPost({ state: 'sending' })], [], { count: 2, loud: false }],
  ['what waits for a key', [aPost({ fault: { kind: 'no-key', why: 'locked' } })], [], { count: 1, loud: true }],
  ['what is unknown', [aPost({ state: 'unknown' })], [], { count: 1, loud: true }],
  ['a run that goes', [], [aRun()], { count: 1, loud: false }],
  [
    'a run that waits for a key',
    [],
    [aRun({ waits: { fault: { kind: 'unauthorized', said: null }, nextTryAt: null } })],
    { count: 1, loud: true },
  ],
  ['a run held by a person', [], [aRun({ state: 'held' })], { count: 1, loud: false }],
  [
    'a run held by trouble',
    [],
    [aRun({ state: 'held', fault: { kind: 'not-found', said: null } })],
    { count: 1, loud: true },
  ],
  ['a run that is over', [], [aRun({ state: 'done' }), aRun({ state: 'stopped' })], { count: 0, loud: false }],
] as const)('the navigation counts %s', (_what, posts, runs, badge) => {
  expect(outboxBadge(posts, runs)).toEqual(badge)
})
