import { expect, test } from 'vitest'
import { type Given, presentOf } from '../../../../src/renderer/post/worker/present'
import { nothingPending } from '../../../../src/renderer/post/worker/worker-state'
import { aJob, aWatchedJob } from '../../../support/builders'
import { aGlimpse, aPost } from '../../support/a-post'

const watched = aWatchedJob({
  seenAt: '2026-03-02T12:00:00.000Z',
  job: aJob({ processed: 4, stage: 'downloading' }),
})
const given = (own: Partial<Given>): Given => ({ input: { processedItems: 9 }, post: null, isOpen: true, ...own })
const processed = (last: Given | null, pending = nothingPending) =>
  presentOf(watched, last === null ? [] : [last], pending).processed

test('what was pressed counts more than what is on its way, and that more than what the server says', () => {
  expect(processed(null)).toBe(4)
  expect(processed(given({}))).toBe(9)
  expect(processed(given({}), { ...nothingPending, processed: 12 })).toBe(12)
})

test('what is on its way counts even before main has answered, so that no press is lost', () => {
  expect(processed(given({ post: null }))).toBe(9)
  expect(processed(given({ post: aPost({ state: 'sending' }) }))).toBe(9)
})

test('what was refused does not count', () => {
  expect(processed(given({ post: aPost({ state: 'refused' }) }))).toBe(4)
})

test('the reply to the last post counts until the job is seen anew', () => {
  const sent = (at: string) =>
    given({ isOpen: false, post: aPost({ state: 'sent', after: aGlimpse({ processed: 9, at }) }) })
  expect(processed(sent('2026-03-02T12:00:01.000Z'))).toBe(9)
  expect(processed(sent('2026-03-02T11:59:59.000Z'))).toBe(4)
})

test('a stage that is not posted stays the server’s', () => {
  expect(presentOf(watched, [given({})], nothingPending).stage).toBe('downloading')
})

test('a count that is on its way is not forgotten for a later post that names none', () => {
  const error = { entityKey: 'SKU-7', errorType: 'gap', message: 'No colour', entityType: 'product' }
  const posted = [given({ input: { error } }), given({ input: { processedItems: 8, stage: 'uploading' } })]
  expect(presentOf(watched, posted, nothingPending)).toEqual({ processed: 8, failed: 1, stage: 'uploading' })
})

test('what has failed is what the server says, and each item of an error that is pressed or on its way', () => {
  const error = (entityKey: string, entityType = 'product') => ({
    entityKey,
    errorType: 'gap',
    message: 'x',
    entityType,
  })
  const posted = [given({ input: { error: error('SKU-7') } }), given({ input: { error: error('import', 'job') } })]
  const known = aWatchedJob({ job: aJob({ failed: 3 }) })
  const pressed = { ...nothingPending, errors: [error('SKU-7'), error('SKU-8')] }
  expect(presentOf(known, [], nothingPending).failed).toBe(3)
  expect(presentOf(known, posted, nothingPending).failed).toBe(4)
  expect(presentOf(known, posted, pressed).failed).toBe(5)
})
