import { expect, test } from 'vitest'
import { courseSentence } from '../../../src/renderer/job/course/course-words'

const times = [1_000, 1_150, 1_300]

test('a chart is told from where it begins to where it ends, not as if it had begun at nothing', () => {
  const data = { times, processed: [6_116, null, 9_834], failed: [8, null, 8], unit: 'items' } as const
  expect(courseSentence(data)).toBe('Over 5 min: processed from 6,116 to 9,834, failed stays at 8')
})

test('a job without counts is told by its progress', () => {
  const data = { times, processed: [10, 20, 35], failed: [null, null, null], unit: 'percent' } as const
  expect(courseSentence(data)).toBe('Over 5 min: progress from 10 to 35 %')
})
