import { expect, test } from 'vitest'
import {
  failedAddUp,
  failedInPercent,
  serverPercentSentence,
  shownPercent,
} from '../../../src/renderer/words/shown-percent'
import { percentText } from '../../../src/shared/numbers'
import { aJob, anEndedJob } from '../../support/builders'

const full = { value: 100, source: 'server' } as const

test('a job that goes on at 39,999 of 40,000 does not read 100 %, and the server’s word is told (api-notes E4)', () => {
  const job = aJob({ percent: full, total: 40_000, processed: 39_999 })
  expect(percentText(shownPercent(job) ?? 0)).toBe('99 %')
  expect(serverPercentSentence(job)).toBe('The server says 100 %, but not all items are counted yet.')
})

test.each([
  aJob({ percent: { value: 62, source: 'server' }, total: 100, processed: 10 }),
  aJob({ percent: full, total: 100, processed: 90, failed: 10 }),
  aJob({ percent: full, total: null, processed: null }),
  anEndedJob({ percent: full, total: 100, processed: 40 }),
])('the server’s figure stands where nothing speaks against it', job => {
  expect(shownPercent(job)).toBe(job.percent.value)
  expect(serverPercentSentence(job)).toBe('')
})

test.each([
  [{ total: 206, processed: 110, failed: 31 }, 68.4, true],
  [{ total: 206, processed: 110, failed: 31 }, 53.4, false],
  [{ total: 206, processed: 110, failed: 31 }, 40, false],
  [{ total: 206, processed: 141, failed: 0 }, 68.4, false],
  [{ total: 40_000, processed: 20_000, failed: 3 }, 50, false],
  [{ total: null, processed: 110, failed: 31 }, 68.4, false],
])('of %j at %d %% the failed are in the percentage: %s (api-notes E7)', (counts, value, included) => {
  const job = aJob({ ...counts, percent: { value, source: 'server' } })
  expect(failedInPercent(job)).toBe(included)
  expect(failedInPercent({ ...job, phase: 'ended' })).toBe(false)
})

test.each([
  [{ total: 206, processed: 110, failed: 31 }, 68.4, true],
  [{ total: 206, processed: 110, failed: 31 }, 53.4, false],
  [{ total: 40_000, processed: 20_000, failed: 3 }, 50, true],
  [{ total: 206, processed: 110, failed: 31 }, null, true],
  [{ total: 100, processed: 100, failed: 12 }, 100, false],
  [{ total: 206, processed: 110, failed: 0 }, 53.4, false],
  [{ total: null, processed: 110, failed: 31 }, 68.4, false],
])('of %j at %j %% the failed are written as a part of the sum: %s (api-notes E7)', (counts, value, together) => {
  expect(failedAddUp(aJob({ ...counts, percent: { value, source: 'server' } }))).toBe(together)
})

test('what ended with failures is written as the same sum as what goes on', () => {
  expect(failedAddUp(anEndedJob({ total: 471, processed: 354, failed: 3, percent: full }))).toBe(true)
  expect(failedAddUp(anEndedJob({ total: 40, processed: 40, failed: 3, percent: full }))).toBe(false)
})
