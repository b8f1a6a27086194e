import { expect, test } from 'vitest'
import { familyTree } from '../../../src/renderer/job/family-tree'
import { refKey } from '../../../src/shared/job'
import { aJob, aWatchedJob } from '../../support/builders'

const job = (jobId: string, ...children: readonly string[]) =>
  aWatchedJob({
    ref: { connectionId: 'c1', jobId },
    job: aJob({ links: children.map(child => ({ via: 'import_job_id', jobId: child })) }),
  })

const drawn = (here: string, ...list: readonly ReturnType<typeof job>[]) => {
  const jobs = new Map(list.map(watched => [refKey(watched.ref), watched]))
  const watched = jobs.get(`c1/${here}`) ?? job(here)
  return familyTree(watched, jobs).map(
    ({ ref, depth, isHere }) => `${'-'.repeat(depth)}${ref.jobId}${isHere ? '*' : ''}`,
  )
}

test('a family is drawn from the one that began it, wherever in it one stands', () => {
  const jobs = [job('a', 'b', 'c'), job('b', 'd'), job('c'), job('d')]
  expect(drawn('d', ...jobs)).toEqual(['a', '-b', '--d*', '-c'])
  expect(drawn('a', ...jobs)).toEqual(['a*', '-b', '--d', '-c'])
})

test('a job that is not watched has its line, and what names each other comes once', () => {
  expect(drawn('a', job('a', 'x'))).toEqual(['a*', '-x'])
  expect(drawn('a', job('a', 'b'), job('b', 'a'))).toHaveLength(2)
})

test('a job that names thousands is cut', () => {
  const many = Array.from({ length: 5_000 }, (_, index) => `child-${index}`)
  expect(drawn('a', job('a', ...many)).length).toBeLessThan(110)
})
