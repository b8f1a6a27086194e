import { expect, test } from 'vitest'
import { standingSentence, waitsText } from '../../../src/renderer/words/standing-sentence'
import { timeToTheSecond } from '../../../src/shared/snooze'

const now = Date.parse('2026-03-02T10:00:00Z')
const waitsUntil = '2026-03-02T10:00:25Z'
const limited = { kind: 'rate-limited', retryAfterMs: 40_000 } as const

test('a server that asked for a pause is looked at again at a time that is told, and stays the same while it passes', () => {
  const said = `Too many requests. Looks again at ${timeToTheSecond(waitsUntil)}.`
  expect(standingSentence(limited, { waitsUntil }, now)).toBe(said)
  expect(standingSentence(limited, { waitsUntil }, now + 20_000)).toBe(said)
})

test('when the pause is over, or nobody knows until when it is, no time is told', () => {
  const asked = 'Too many requests. The server asked for a pause of 40 seconds.'
  expect(standingSentence(limited, { waitsUntil }, now + 25_000)).toBe(asked)
  expect(standingSentence(limited, undefined, now)).toBe(asked)
  expect(waitsText({ waitsUntil: 'soon' }, now)).toBeNull()
})

test('another fault reads as everywhere', () =>
  expect(standingSentence({ kind: 'server', status: 503, retryAfterMs: null }, { waitsUntil }, now)).toContain('503'))
