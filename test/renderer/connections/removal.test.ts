import { describe, expect, it } from 'vitest'
import { openPostsOf } from '../../../src/renderer/connections/jobs-of'
import { removalSentence } from '../../../src/renderer/connections/removal-sentence'
import type { PostRun, PostState } from '../../../src/shared/outbox'
import { aPost } from '../support/a-post'

const inState = (state: PostState, own = {}) => aPost({ id: state, connectionId: 'c1', runId: null, state, ...own })
const noCounts = { waiting: 0, sending: 0, sent: 0, refused: 0, unknown: 0, dropped: 0 }
const aRun = (connectionId: string, counts: Partial<PostRun['counts']>): PostRun => ({
  id: `run-${connectionId}`,
  ref: { connectionId, jobId: 'a' },
  label: 'Errors',
  createdAt: '2026-03-02T12:00:00.000Z',
  state: 'held',
  fault: null,
  counts: { ...noCounts, ...counts },
})

describe('what goes with a connection', () => {
  it.each([
    [0, 0, 'Its key is deleted from the keychain. The jobs'],
    [1, 0, ', and 1 watched job goes with it.'],
    [0, 1, ', and 1 post not sent yet or undecided goes with it.'],
    [2, 3, ', and 2 watched jobs and 3 posts not sent yet or undecided go with it.'],
    [1, 1, ', and 1 watched job and 1 post not sent yet or undecided go with it.'],
  ])('of %i jobs and %i open posts is said', (jobs, posts, part) => {
    expect(removalSentence(jobs, posts)).toContain(part)
  })

  it('are the posts that are open, those of its runs among them', () => {
    const states: readonly PostState[] = ['draft', 'waiting', 'sending', 'sent', 'refused', 'unknown', 'dropped']
    const posts = [
      ...states.map(state => inState(state)),
      inState('draft', { connectionId: 'c2' }),
      inState('unknown', { runId: 'run-c1' }),
    ]
    const runs = [aRun('c1', { waiting: 40, sent: 7, unknown: 1 }), aRun('c2', { waiting: 5 })]
    expect(openPostsOf({ posts, runs }, 'c1')).toBe(4 + 41)
  })
})
