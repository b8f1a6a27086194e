import { describe, expect, it } from 'vitest'
import { withZone } from '../../../src/main/apis/timestamps'
import { elapsedText } from '../../../src/renderer/words/elapsed'
import { freshnessOf } from '../../../src/renderer/words/freshness'
import { agoText, clockText, dayText, timeOfDay, wholeTime } from '../../../src/renderer/words/times'
import { aJob, anEndedJob, aWatchedJob } from '../../support/builders'

const now = Date.parse('2026-03-02T15:00:00Z')
const odd = [
  '1970-01-01T00:00:00Z',
  '0001-01-01T00:00:00',
  '2027-08-09T10:11:12Z',
  '9999-12-31T23:59:59.999999',
  '2026-02-30T10:00:00Z',
  '1700000000',
  'yesterday',
  '',
]
const wrong = /NaN|Invalid|Infinity|undefined|-\d+ (s|min|h|d)/

describe('a time that no clock shows (fault 59)', () => {
  it.each(odd)('%j is shown without nonsense wherever a time of a job is shown', sent => {
    // As the wire layer hands it on.
    const time = withZone(sent)
    const watched = (job: object) => aWatchedJob({ job: aJob({ startedAt: time, createdAt: time, ...job }) })
    const running = watched({ durationSeconds: null })
    const ended = aWatchedJob({ job: anEndedJob({ startedAt: time, completedAt: time, durationSeconds: null }) })
    const texts = [
      ...[agoText, clockText, dayText, wholeTime].map(text => text(now, time)),
      timeOfDay(time),
      elapsedText(running, now),
      elapsedText(ended, now),
      freshnessOf(ended, { fault: null }, now).word,
    ]
    for (const text of texts) expect(text).not.toMatch(wrong)
  })

  it('in another year says which', () => {
    const [long, soon] = [new Date(1970, 0, 1, 12).toISOString(), new Date(2027, 7, 9, 10, 11, 12).toISOString()]
    expect(agoText(now, long)).toBe('1 Jan 1970')
    expect(agoText(now, soon)).toBe('9 Aug 2027')
    expect(clockText(now, soon)).toMatch(/^9 Aug 2027, /)
  })

  it('makes no elapsed time of decades', () => {
    const started = (startedAt: string) => aWatchedJob({ job: aJob({ startedAt, durationSeconds: null }) })
    expect(elapsedText(started('1970-01-01T00:00:00Z'), now)).toBe('')
    const job = anEndedJob({ startedAt: '2026-03-02T14:00:00Z', completedAt: '2035-01-01T00:00:00Z' })
    expect(elapsedText(aWatchedJob({ job: { ...job, durationSeconds: null } }), now)).toBe('')
  })
})
