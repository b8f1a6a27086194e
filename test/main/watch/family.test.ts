import { expect, it } from 'vitest'
import { namedIn, rootOf } from '../../../src/main/watch/family'
import { among, aParent, refOf } from '../../support/a-family'
import { aWatchedJob } from '../../support/builders'

const found = (jobId: string, foundThrough: string) =>
  aWatchedJob({ ref: refOf(jobId), origin: 'linked', foundThrough })

it('the first of a family is the job that led to all others, as far as it is on the list', () => {
  const [root, child, grandchild] = [aWatchedJob({ ref: refOf('a') }), found('b', 'a'), found('c', 'b')]
  expect(rootOf(grandchild, among([root, child, grandchild])).ref.jobId).toBe('a')
  expect(rootOf(grandchild, among([child, grandchild])).ref.jobId).toBe('b')
  expect(rootOf(grandchild, among([root, grandchild])).ref.jobId).toBe('c')
})

it('the way to the first of a family ends, even where two jobs were found through each other', () => {
  const jobs = [found('a', 'b'), found('b', 'a')]
  expect(jobs.map(job => rootOf(job, among(jobs)).ref.jobId)).toEqual(['b', 'a'])
})

it('named are the jobs that others lead to, and those that were found so', () => {
  expect(namedIn([aParent('a', ['x']), found('b', 'gone'), aWatchedJob({ ref: refOf('c') })])).toEqual(
    new Set(['c1/x', 'c1/b']),
  )
})
