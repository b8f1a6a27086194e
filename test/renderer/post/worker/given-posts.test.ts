import { beforeEach, expect, test } from 'vitest'
import { answered, type Entry, followed, given, givenPosts } from '../../../../src/renderer/post/worker/given-posts'
import { mirrorOf } from '../../../../src/renderer/state/mirror'
import { mirrorStore } from '../../../../src/renderer/state/mirror-store'
import { refKey } from '../../../../src/shared/job'
import type { Post } from '../../../../src/shared/outbox'
import { aPost } from '../../support/a-post'
import { aSnapshot } from '../../support/a-snapshot'

const ref = { connectionId: 'c1', jobId: 'enrichment-5f2c81d0' }
const input = { processedItems: 5 }
const post = aPost()
const entry = (own: Partial<Entry> = {}): Entry => ({ id: post.id, input, post: null, isListed: false, ...own })
const ofJob = (): readonly Entry[] => givenPosts.getState().get(refKey(ref)) ?? []
const states = (): readonly unknown[] => ofJob().map(each => each.post?.state)
const mirrored = (...posts: readonly Post[]) =>
  mirrorStore.setState({ mirror: mirrorOf({ ...aSnapshot(), posts: [...posts] }), trouble: null })

beforeEach(() => {
  givenPosts.setState(new Map(), true)
  mirrored()
})

test.each<[string, Entry, readonly Post[], readonly Partial<Entry>[]]>([
  ['not answered and not listed yet', entry(), [], [{ post: null }]],
  ['still listed as the draft it was', entry(), [aPost({ state: 'draft' })], [{ post: null, isListed: false }]],
  ['listed', entry(), [post], [{ post, isListed: true }]],
  ['sent long ago', entry({ post: aPost({ state: 'sent' }), isListed: true }), [], [{ isListed: true }]],
  ['dropped', entry({ post, isListed: true }), [], []],
  ['taken back to be written anew', entry({ post, isListed: true }), [aPost({ state: 'draft' })], []],
])('a post that is %s is told as it is', (_, before, posts, after) => {
  expect(followed([before], posts)).toMatchObject(after)
  expect(followed([before], posts)).toHaveLength(after.length)
})

test('what becomes of a post is known although no panel is open', () => {
  given(ref, post.id, input)
  answered(ref, post.id, aPost({ state: 'sending' }))
  mirrored(aPost({ state: 'sending' }))
  mirrored(aPost({ state: 'sent' }))
  mirrored()
  expect(states()).toEqual(['sent'])
})

test('an answer of main’s that comes late takes nothing back', () => {
  given(ref, post.id, input)
  mirrored(aPost({ state: 'sent' }))
  answered(ref, post.id, aPost({ state: 'waiting' }))
  expect(states()).toEqual(['sent'])
})

test('what main did not take is not among them, and what is long past neither', () => {
  given(ref, post.id, input)
  answered(ref, post.id, null)
  expect(ofJob()).toEqual([])
  for (let nth = 0; nth < 15; nth += 1) given(ref, `post-${nth}`, input)
  expect(ofJob().map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, nth) => `post-${14 - nth}`))
  for (let nth = 0; nth < 60; nth += 1) given({ ...ref, jobId: `job-${nth}` }, 'x', input)
  expect([givenPosts.getState().size, ofJob()]).toEqual([50, []])
})

test('a change that touches none of them wakes nobody', () => {
  given(ref, post.id, input)
  mirrored(post)
  const before = givenPosts.getState()
  mirrored(post, aPost({ id: 'another' }))
  expect(givenPosts.getState()).toBe(before)
})
