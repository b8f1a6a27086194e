import { describe, expect, it } from 'vitest'
import { readStatus, readStatusWord } from '../../../src/main/apis/status-words'

const table: readonly (readonly [word: string, phase: string, outcome: string | null])[] = [
  ['queued', 'queued', null],
  ['pending', 'queued', null],
  ['Created', 'queued', null],
  ['NOT_STARTED', 'queued', null],
  ['in_progress', 'running', null],
  ['running', 'running', null],
  ['PROCESSING', 'running', null],
  ['COMPLETED', 'ended', 'succeeded'],
  ['success', 'ended', 'succeeded'],
  ['done', 'ended', 'succeeded'],
  ['COMPLETED_WITH_WARNINGS', 'ended', 'warned'],
  ['PARTIAL_SUCCESS', 'ended', 'partial'],
  ['completed_with_errors', 'ended', 'partial'],
  ['failed', 'ended', 'failed'],
  ['Error', 'ended', 'failed'],
  ['cancelled', 'ended', 'cancelled'],
  ['canceled', 'ended', 'cancelled'],
]

describe('a status word', () => {
  it.each(table)('E1: %s is %s, outcome %s', (word, phase, outcome) => {
    expect(readStatusWord(word)).toEqual({ phase, outcome })
  })

  it.each(['in_progress', 'IN_PROGRESS', 'In Progress', 'in-progress', ' inProgress ', 'JobStatus.IN_PROGRESS'])(
    'E1: %j is one word with all its spellings',
    word => {
      expect(readStatusWord(word)).toEqual({ phase: 'running', outcome: null })
    },
  )

  it.each(['pending', 'queued', 'Created', 'NOT_STARTED', 'scheduled', 'waiting'])(
    'E3: %j, which a job may begin with, is queued',
    word => {
      expect(readStatus(word, null)).toEqual({ phase: 'queued', outcome: null })
    },
  )

  it.each(['frobnicating', '', '...', 'constructor', '__proto__', 'не готово'])(
    'E2: %j is unknown and has not ended (fault 21)',
    word => {
      expect(readStatus(word, null)).toEqual({ phase: 'unknown', outcome: null })
    },
  )

  it('E2: an unknown word with a time of the end has ended in an unknown way', () => {
    expect(readStatus('archived', '2026-01-05T10:00:00Z')).toEqual({ phase: 'ended', outcome: 'unknown' })
  })

  it('E13: a known word is believed over a time of the end that was left behind', () => {
    expect(readStatus('in_progress', '2026-01-05T10:00:00Z')).toEqual({ phase: 'running', outcome: null })
  })
})
