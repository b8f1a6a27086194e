import { expect, it } from 'vitest'
import { type Course, createCourses } from '../../../src/main/issues/courses'
import type { ExportProgress } from '../../../src/shared/issues'

function someCourses() {
  let now = 5_000
  const told: ExportProgress[] = []
  const courses = createCourses({ push: progress => told.push(progress), monotonic: () => now })
  return { courses, told, after: (ms: number) => (now += ms) }
}

it('what is done soon says nothing; what takes longer says how far it is, not more than five times a second', async () => {
  const { courses, told, after } = someCourses()
  const answer = await courses.run('a', async ({ tell }) => {
    for (let done = 1; done <= 50; done += 1) {
      after(10)
      tell('look', done, 50)
    }
    return 'done'
  })
  expect(answer).toBe('done')
  expect(told).toEqual([20, 40].map(done => ({ id: 'a', step: 'look', done, total: 50 })))
})

it('only what is named is cancelled, whatever it throws then; trouble without that is thrown on', async () => {
  const { courses } = someCourses()
  const until = ({ signal }: Course) =>
    new Promise<string>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('in the middle')))
      queueMicrotask(() => courses.stop('b'))
      setImmediate(() => resolve('whole'))
    })
  expect(await Promise.all([courses.run('a', until), courses.run('b', until)])).toEqual(['whole', null])
  await expect(courses.run('c', () => Promise.reject(new Error('full')))).rejects.toThrow('full')
  expect(() => courses.stop('a')).not.toThrow()
})
