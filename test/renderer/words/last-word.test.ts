import { expect, test } from 'vitest'
import { lastWord } from '../../../src/renderer/words/last-word'
import { aJob, anEndedJob } from '../../support/builders'

const lastMessage = 'Publishing to the feed'

test.each(['succeeded', 'warned', 'partial'] as const)(
  'a job that has come to its end as %s is at nothing more',
  outcome => {
    expect(lastWord(anEndedJob({ outcome, lastMessage }))).toBeNull()
    expect(lastWord(anEndedJob({ outcome, lastMessage, errorMessage: 'Two rows are cut.' }))).toBe('Two rows are cut.')
  },
)

test.each(['failed', 'cancelled', 'unknown'] as const)('where a job ended as %s stays told', outcome => {
  expect(lastWord(anEndedJob({ outcome, lastMessage }))).toBe(lastMessage)
  expect(lastWord(anEndedJob({ outcome, lastMessage, errorMessage: 'Disk full.' }))).toBe('Disk full.')
})

test('a job that goes on says what it is at', () => {
  expect(lastWord(aJob({ lastMessage, errorMessage: 'An old one.' }))).toBe(lastMessage)
})
