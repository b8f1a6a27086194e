import { expect, it } from 'vitest'
import { etaText, rateText } from '../../src/shared/speed-wording'

const now = Date.parse('2026-03-02T12:00:00Z')
const left = (from: number, to: number) => {
  const iso = (minutes: number) => new Date(now + minutes * 60_000).toISOString()
  return etaText({ perMinute: 1, eta: { earliest: iso(from), latest: iso(to) } }, now)
}

it.each([
  [12.1, 15.2, 'about 12–15 min left'],
  [11.9, 12.1, 'about 12 min left'],
  [0.2, 0.9, 'under a minute left'],
  [0.2, 2.2, 'about 1–2 min left'],
  [-3, 4, 'about 1–4 min left'],
  [80, 95, 'about 80–95 min left'],
  [90, 121, 'about 1.5–2 h left'],
  [900, 1_300, 'about 15–22 h left'],
  [3_000, 4_400, 'about 2–3 days left'],
  [2_900, 2_950, 'about 2 days left'],
  [-9, -1, ''],
])('from %d to %d minutes: %s', (from, to, text) => expect(left(from, to)).toBe(text))

it('says nothing where nobody can say', () => {
  expect(etaText({ perMinute: 3, eta: null }, now)).toBe('')
  expect(rateText({ perMinute: null, eta: null })).toBe('')
})

it.each([
  [341.7, '340 a minute'],
  [12_345, '12,000 a minute'],
  [0.42, '0.42 a minute'],
  [9.96, '10 a minute'],
])('%d is %s', (perMinute, text) => expect(rateText({ perMinute, eta: null })).toBe(text))
