import { expect, test } from 'vitest'
import { jobSentence } from '../../../src/renderer/words/job-sentence'
import { listedSentence } from '../../../src/renderer/words/listed-sentence'
import { plainText } from '../../../src/renderer/words/plain-text'
import { watchedSentence } from '../../../src/renderer/words/watched-sentence'
import { aJob, anEndedJob, anUnseenJob, aWatchedJob } from '../../support/builders'

const ref = { connectionId: 'c1', jobId: 'a' }

test.each([
  ['error', 100, 100, 5_000, '100 listed of 5,000 failed.'],
  ['error', 50, 200, 5_000, '200 listed of 5,000 failed. The newest 50 of 200 are kept.'],
  ['error', 3, 3, 3, ''],
  ['error', 3, 3, 1, ''],
  ['error', 0, 0, 0, 'No errors.'],
  ['warning', 0, 0, null, 'No warnings.'],
  ['error', 0, 0, 12, 'The server counts 12 failed but lists none.'],
] as const)('%s: %i held, %i listed, %s counted', (kind, held, listed, reported, text) =>
  expect(listedSentence(kind, held, listed, reported)).toBe(text),
)

test.each([
  [aWatchedJob(), 'Enrichment is running'],
  [aWatchedJob({ job: anEndedJob({ outcome: 'warned' }) }), 'Enrichment finished with warnings'],
  [aWatchedJob({ job: anEndedJob({ errorsListed: 3 }) }), 'Enrichment finished, yet 3 errors are listed'],
  [aWatchedJob({ job: anEndedJob({ outcome: 'failed', errorsListed: 3 }) }), 'Enrichment failed'],
  [aWatchedJob({ job: aJob({ phase: 'unknown', status: 'napping' }) }), 'Enrichment is in state “napping”'],
  [anUnseenJob(), 'Looking for the first time…'],
  [anUnseenJob({ fault: { fault: { kind: 'not-found', said: null }, since: 'x' } }), 'Job not seen yet'],
])('a headline', (watched, text) => expect(jobSentence(watched)).toBe(text))

test.each([
  [{ added: [ref], already: [], refused: [] }, 'Watching one more job.'],
  [{ added: [ref, ref], already: [ref], refused: [] }, 'Watching 2 more jobs. 1 was watched already.'],
  [{ added: [], already: [ref, ref], refused: [{ text: '..', why: 'x' }] }, '2 were watched already. 1 id refused.'],
])('what became of pasted ids', (answer, text) => expect(watchedSentence(answer, false)).toBe(text))

test.each([
  [{ added: [ref], already: [], refused: [] }, 'Watching one job.'],
  [{ added: [ref, ref], already: [], refused: [] }, 'Watching 2 jobs.'],
])('the first ones ever watched are not more of anything', (answer, text) =>
  expect(watchedSentence(answer, true)).toBe(text),
)

test('control characters become blanks, line breaks stay, and what is too long ends in an ellipsis', () => {
  expect(plainText('a\u001b[31mb\u0000c\nd', 100)).toBe('a [31mb c\nd')
  expect(plainText('x'.repeat(500), 10)).toBe(`${'x'.repeat(10)}…`)
})
