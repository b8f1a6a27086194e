import { expect, it } from 'vitest'
import { type Course, createCourses } from '../../../src/main/issues/courses'
import { issueRequests } from '../../../src/main/requests/issues'
import type { ExportProgress } from '../../../src/shared/issues'
import type { JobRef } from '../../../src/shared/job'
import { aWatchedJob } from '../../support/builders'
import { entries, someLists } from '../issues/some-lists'

const refs = Array.from({ length: 40 }, (_, index): JobRef => ({ connectionId: 'c1', jobId: `crawl-${1_000 + index}` }))
const id = '0b7e9d13-0000-4000-8000-000000000001'

/** `onLook`: called between the jobs that are looked at. */
function someRequests(onLook: () => void = () => undefined) {
  const lists = someLists(refs)
  for (const ref of refs.slice(0, 3)) lists.journal.details.lay(ref, { errors: entries(2) })
  let now = 0
  const told: ExportProgress[] = []
  const written: (readonly JobRef[])[] = []
  const courses = createCourses({ push: progress => told.push(progress), monotonic: () => now })
  const handlers = issueRequests({
    board: { job: ref => aWatchedJob({ ref }) },
    reader: lists.reader,
    finder: lists.finder,
    courses,
    exportTo: async (some, _list, _filter, _form, { signal }: Course) => {
      signal.throwIfAborted()
      written.push(some)
      return { file: 'errors.csv', written: some.length * 2 }
    },
    exportItems: async () => null,
    flush: () => undefined,
    breathe: async () => {
      now += 50
      onLook()
    },
  })
  return { handlers, told, written }
}

it('while many jobs are looked at for what they list it is told how many were; only those that list errors are written', async () => {
  const { handlers, told, written } = someRequests()
  expect(await handlers['issues:export-several']([...refs], 'csv', id)).toMatchObject({ written: 6 })
  expect(told.map(({ done }) => done)).toEqual([5, 9, 13, 17, 21, 25, 29, 33, 37])
  expect(told[0]).toEqual({ id, step: 'look', done: 5, total: 40 })
  expect(written).toEqual([refs.slice(0, 3)])
})

it('what is cancelled while jobs are looked at asks for no file and answers as one that was not chosen', async () => {
  let looked = 0
  const { handlers, written } = someRequests(() => {
    looked += 1
    if (looked === 7) void handlers['issues:stop-export'](id)
  })
  expect(await handlers['issues:export-several']([...refs], 'csv', id)).toBeNull()
  expect({ looked, written }).toEqual({ looked: 7, written: [] })
})

it('jobs that list nothing are refused with a sentence', async () => {
  const { handlers } = someRequests()
  await expect(handlers['issues:export-several'](refs.slice(5), 'csv', id)).rejects.toThrow('None of these jobs lists')
})
