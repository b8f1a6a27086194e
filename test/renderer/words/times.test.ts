import { describe, expect, test } from 'vitest'
import { agoText, clockText, wholeTime } from '../../../src/renderer/words/times'

const now = new Date(2026, 2, 2, 15, 0, 0).getTime()
const ago = (seconds: number) => new Date(now - seconds * 1_000).toISOString()

test.each([
  [0, 'just now'],
  [12, '12 s ago'],
  [59, '59 s ago'],
  [60, '1 min ago'],
  [3_599, '59 min ago'],
  [7_300, '2 h ago'],
  [86_400 * 3, '27 Feb'],
])('%i s before now is “%s”', (seconds, text) => expect(agoText(now, ago(seconds))).toBe(text))

test('a time ahead of our clock is just now', () => expect(agoText(now, ago(-600))).toBe('just now'))

describe('a time of day', () => {
  test('today is the hour alone', () => expect(clockText(now, ago(58 * 60))).toBe('14:02'))
  test('another day names it', () => expect(clockText(now, ago(86_400))).toBe('1 Mar, 15:00'))
  test('another year names that too', () => expect(wholeTime(now, ago(86_400 * 100))).toMatch(/Nov 2025/))
})

test('what is no time is shown as the server wrote it', () => {
  expect([agoText(now, 'soon'), clockText(now, 'soon'), wholeTime(now, 'soon')]).toEqual(['soon', 'soon', 'soon'])
})
