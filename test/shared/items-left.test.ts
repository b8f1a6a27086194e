import { expect, test } from 'vitest'
import { itemsFailedBy, itemsLeftBy, mostProcessed, notReached } from '../../src/shared/items-left'
import { cautionSentence } from '../../src/shared/post-wording'
import { aJob, anEndedJob } from '../support/builders'

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

test.each([
  [anEndedJob({ total: 1_000, processed: 620, failed: 0 }), 380],
  [anEndedJob({ outcome: 'failed', total: 471, processed: 354, failed: 3 }), 114],
  [anEndedJob({ total: 10, processed: 4, failed: null }), 6],
  [anEndedJob({ total: 100, processed: 88, failed: 12 }), 0],
  [anEndedJob({ total: 100, processed: 120, failed: 0 }), 0],
  [anEndedJob({ total: 10, processed: -3, failed: 0 }), 10],
  [anEndedJob({ total: null, processed: 5 }), 0],
  [anEndedJob({ total: 5, processed: null }), 0],
  [aJob({ total: 1_000, processed: 620 }), 0],
])(
  '%#: the items that nothing came of are counted once a job has ended, and only where it says how many',
  (job, left) => {
    expect(notReached(job)).toBe(left)
  },
)

test.each([
  [50, 3, 47],
  [50, null, 50],
  [2, 5, 0],
])('of %i items of which %j failed, %i can have been processed', (total, failed, most) => {
  expect(mostProcessed(total, failed)).toBe(most)
})

test('an item that failed twice is one, and an error about the job is none', () => {
  const product = { entityKey: 'SKU-1', entityType: 'product' }
  expect(itemsFailedBy([product, product, { entityKey: 'import' }, { entityKey: 'x', entityType: 'job' }])).toBe(1)
})
