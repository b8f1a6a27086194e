import { expect, test } from 'vitest'
import { elapsedText } from '../../../src/renderer/words/elapsed'
import { type About, freshnessOf } from '../../../src/renderer/words/freshness'
import type { StandingFault } from '../../../src/shared/fault'
import type { WatchedJob } from '../../../src/shared/snapshot'
import { aJob, anEndedJob, anUnseenJob, aWatchedJob } from '../../support/builders'

const now = new Date(2026, 2, 2, 15, 0, 0).getTime()
const at = (secondsBefore: number) => new Date(now - secondsBefore * 1_000).toISOString()
const unreachable: StandingFault = {
  fault: { kind: 'unreachable', cause: 'connect', reason: 'ECONNREFUSED', mayHaveArrived: false },
  since: at(58 * 60),
}
const refused: StandingFault = { fault: { kind: 'unauthorized', said: null }, since: at(60) }

const freshnessText = (watched: WatchedJob, about: About, when: number): string => {
  const { word, more } = freshnessOf(watched, about, when)
  return `${word}${more}`
}

test.each([
  ['a job just seen', aWatchedJob({ seenAt: at(12) }), null, 'seen 12 s ago'],
  ['a job never seen', anUnseenJob(), null, 'first look…'],
  ['a job out of reach', aWatchedJob({ fault: unreachable }), null, 'unreachable since 14:02'],
  [
    'a connection that is refused, before the job’s own trouble',
    aWatchedJob({ fault: unreachable }),
    refused,
    'key refused since 14:59',
  ],
  [
    'an ended job, whatever stands in the way now',
    aWatchedJob({ job: anEndedJob({ completedAt: at(180) }), fault: unreachable }),
    refused,
    '3 min ago',
  ],
  [
    'an ended job without a time',
    aWatchedJob({ job: anEndedJob({ completedAt: null }), endedSeenAt: at(60) }),
    null,
    '1 min ago',
  ],
  ['a job that is gone', aWatchedJob({ gone: true }), null, 'gone from the server'],
])('%s', (_what, watched, connection, text) => expect(freshnessText(watched, { fault: connection }, now)).toBe(text))

test('what a person has paused is neither reached nor out of reach, and what has ended stays ended', () => {
  const text = (watched: ReturnType<typeof aWatchedJob>) =>
    freshnessText(watched, { fault: refused, paused: true }, now)
  expect(text(aWatchedJob({ seenAt: at(180), fault: unreachable }))).toBe('paused, seen 3 min ago')
  expect(text(anUnseenJob())).toBe('paused')
  expect(text(aWatchedJob({ job: anEndedJob({ completedAt: at(180) }) }))).toBe('3 min ago')
})

test.each([
  ['the server’s own figure', aWatchedJob({ job: anEndedJob({ durationSeconds: 90 }) }), '1 min 30 s'],
  ['running since its start', aWatchedJob({ job: aJob({ startedAt: at(75) }) }), '1 min 15 s'],
  ['a start ahead of our clock', aWatchedJob({ job: aJob({ startedAt: at(-75) }) }), '0 s'],
  ['queued: not begun', aWatchedJob({ job: aJob({ phase: 'queued', startedAt: null }) }), ''],
  ['no time known', aWatchedJob({ job: aJob({ startedAt: null, createdAt: 'soon' }) }), ''],
])('how long: %s', (_what, watched, text) => expect(elapsedText(watched, now)).toBe(text))

test('where there is little room the trouble itself stays, and since when can be left out', () => {
  expect(freshnessOf(aWatchedJob({ fault: unreachable }), { fault: null }, now)).toEqual({
    word: 'unreachable',
    more: ' since 14:02',
  })
  expect(freshnessOf(aWatchedJob({ seenAt: at(180) }), { fault: null, paused: true }, now)).toEqual({
    word: 'paused',
    more: ', seen 3 min ago',
  })
})
