import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  hasRoom,
  nothingPending,
  numbered,
  type Pending,
  postsNeeded,
  takeAll,
  takeNext,
  waitMs,
} from '../../../../src/renderer/post/worker/worker-state'

const issue = (entityKey: string) => ({ entityKey, errorType: 'gap', message: 'No colour' })

describe('the next post', () => {
  test('is none when nothing was pressed', () => {
    expect(takeNext(nothingPending)).toBeNull()
    expect(postsNeeded(nothingPending)).toBe(0)
  })

  test('carries everything pressed since the last one', () => {
    const pending: Pending = { ...nothingPending, start: true, processed: 12, stage: 'uploading', errors: [issue('A')] }
    expect(takeNext(pending)).toEqual({
      input: { transition: { kind: 'start' }, processedItems: 12, stage: 'uploading', error: issue('A') },
      rest: nothingPending,
    })
  })

  test('carries one error, and the ending waits for the last', () => {
    const pending: Pending = { ...nothingPending, processed: 3, errors: [issue('A'), issue('B')], complete: true }
    expect(takeAll(pending)).toEqual([
      { processedItems: 3, error: issue('A') },
      { transition: { kind: 'complete' }, error: issue('B') },
    ])
    expect(postsNeeded(pending)).toBe(2)
  })
})

test('failing goes with the last post, with its sentence', () => {
  const pending: Pending = { ...nothingPending, errors: [issue('A'), issue('B')], failure: 'The feed is gone.' }
  expect(takeAll(pending)).toEqual([
    { error: issue('A') },
    { transition: { kind: 'fail', message: 'The feed is gone.' }, error: issue('B') },
  ])
  expect(takeAll({ ...nothingPending, failure: 'x' })).toEqual([{ transition: { kind: 'fail', message: 'x' } }])
})

test('a post to come keeps its id while more is pressed, and each new one gets its own', () => {
  let made = 0
  const newId = () => {
    made += 1
    return `new-${made}`
  }
  const pending: Pending = { ...nothingPending, processed: 3, errors: [issue('A'), issue('B')] }
  expect(numbered(pending, ['known'], newId).map(({ id }) => id)).toEqual(['known', 'new-1'])
  expect(numbered({ ...pending, processed: 4 }, ['known', 'new-1'], newId)).toEqual([
    { id: 'known', input: { processedItems: 4, error: issue('A') } },
    { id: 'new-1', input: { error: issue('B') } },
  ])
})

test('whatever was pressed is posted once, in so many posts as said', () => {
  const pending = fc.record({
    start: fc.boolean(),
    processed: fc.option(fc.nat()),
    stage: fc.option(fc.constant('uploading')),
    errors: fc.array(fc.constantFrom('A', 'B').map(issue), { maxLength: 5 }),
    complete: fc.boolean(),
    failure: fc.option(fc.constant('It broke')),
  })
  fc.assert(
    fc.property(pending, pressed => {
      const posts = takeAll(pressed)
      expect(posts).toHaveLength(postsNeeded(pressed))
      expect(posts.flatMap(post => post.error ?? [])).toEqual(pressed.errors)
      const ends = pressed.complete || pressed.failure !== null
      const endings = posts.map(post => post.transition?.kind === 'complete' || post.transition?.kind === 'fail')
      expect(endings.filter(Boolean)).toHaveLength(ends ? 1 : 0)
      if (ends) expect(endings.at(-1)).toBe(true)
      expect(posts.flatMap(post => post.processedItems ?? [])).toEqual(
        pressed.processed === null ? [] : [pressed.processed],
      )
    }),
  )
})

test.each([
  [null, 5_000, 0],
  [5_000, 5_000, 1_000],
  [5_000, 5_400, 600],
  [5_000, 6_000, 0],
  [5_000, 9_000, 0],
])('with the last post at %j and now %i it waits %i ms', (last, now, wait) => {
  expect(waitMs(last, now)).toBe(wait)
})

test.each([
  [10, 4, 20, true],
  [10, 10, 20, true],
  [10, 11, 20, false],
  [100, null, 20, false],
  [100, 4, null, true],
  [100, 4, 0, true],
])('%i more after %j of %j has room: %j', (step, processed, total, room) => {
  expect(hasRoom(step, processed, total)).toBe(room)
})
