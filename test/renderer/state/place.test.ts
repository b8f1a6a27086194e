import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashOf, type View, viewOfHash, viewOfPlace } from '../../../src/renderer/state/place'

test.each([
  ['', { view: 'jobs' }],
  ['#/', { view: 'jobs' }],
  ['#/connect', { view: 'connect' }],
  ['#/inbox', { view: 'inbox' }],
  ['#/job/c1/a%2Fb%20c', { view: 'job', ref: { connectionId: 'c1', jobId: 'a/b c' } }],
  ['#/outbox', { view: 'outbox' }],
  ['#/create', { view: 'create', postId: null }],
  ['#/create/p1', { view: 'create', postId: 'p1' }],
  ['#/report/c1/a%2Fb/p1', { view: 'desk', mode: 'report', ref: { connectionId: 'c1', jobId: 'a/b' }, postId: 'p1' }],
  ['#/worker/c1/a', { view: 'desk', mode: 'worker', ref: { connectionId: 'c1', jobId: 'a' }, postId: null }],
  ['#/many/c1', { view: 'jobs' }],
  ['#/job/c1', { view: 'jobs' }],
  ['#/job//x', { view: 'jobs' }],
  ['#/job/c1/%E0%A4%A', { view: 'jobs' }],
  ['#/__proto__', { view: 'jobs' }],
] satisfies readonly (readonly [string, View])[])('%s leads to the right place', (hash, view) =>
  expect(viewOfHash(hash)).toEqual(view),
)

test('main sends the window to places it knows, a report among them', () => {
  const ref = { connectionId: 'c1', jobId: 'a/b' }
  expect(viewOfPlace({ view: 'report', ref })).toEqual({ view: 'desk', mode: 'report', ref, postId: null })
  expect(viewOfPlace({ view: 'inbox' })).toEqual({ view: 'inbox' })
})

test('every job finds its way back, whatever is in its id', () => {
  const id = fc.string({ minLength: 1, unit: 'grapheme' })
  fc.assert(
    fc.property(id, id, (connectionId, jobId) => {
      const ref = { connectionId, jobId }
      const views: readonly View[] = [
        { view: 'job', ref },
        { view: 'desk', mode: 'many', ref, postId: null },
      ]
      for (const view of views) expect(viewOfHash(hashOf(view))).toEqual(view)
    }),
  )
})
