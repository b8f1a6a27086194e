import { expect, test } from 'vitest'
import { itemsLeftBy } from '../../src/shared/items-left'
import { cautionSentence } from '../../src/shared/post-wording'

const complete = { transition: { kind: 'complete' } } as const
const job = { total: 1_000, processed: 812, failed: 0 }

test('completing a job with items left says how many', () => {
  expect(cautionSentence('leaves-items', itemsLeftBy(complete, job))).toBe(
    '188 of 1,000 items were neither processed nor failed.',
  )
})

test.each([
  [{ ...complete, processedItems: 999 }, job, { left: 1, total: 1_000 }],
  [{ ...complete, processedItems: 1_000 }, job, null],
  [{ ...complete, totalItems: 812 }, job, null],
  [complete, { ...job, failed: 188 }, null],
  [complete, { ...job, total: null }, null],
  [complete, null, null],
  [{ transition: { kind: 'fail', message: 'x' } } as const, job, null],
  [{}, job, null],
])('%j about %j leaves %j', (input, about, left) => {
  expect(itemsLeftBy(input, about)).toEqual(left)
})
