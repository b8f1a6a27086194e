import { describe, expect, it } from 'vitest'
import { withZone } from '../../../src/main/apis/timestamps'

describe('a time of a server', () => {
  it.each([
    ['2026-01-05T10:00:00', '2026-01-05T10:00:00Z'],
    ['2026-01-05T10:00:00.123456', '2026-01-05T10:00:00.123456Z'],
    ['2026-01-05 10:00:00.5', '2026-01-05T10:00:00.5Z'],
    ['2026-01-05T10:00', '2026-01-05T10:00Z'],
    ['2026-01-05', '2026-01-05T00:00:00Z'],
    ['2026-01-05 10:00:00 UTC', '2026-01-05T10:00:00Z'],
  ])('E15: %s without a zone is UTC', (sent, read) => {
    expect(withZone(sent)).toBe(read)
  })

  it.each([
    ['2026-01-05T10:00:00Z', '2026-01-05T10:00:00Z'],
    ['2026-01-05T10:00:00+02:00', '2026-01-05T10:00:00+02:00'],
    ['2026-01-05T10:00:00-0530', '2026-01-05T10:00:00-05:30'],
    ['2026-01-05T10:00:00+02', '2026-01-05T10:00:00+02:00'],
  ])('E15: %s keeps its own zone', (sent, read) => {
    expect(withZone(sent)).toBe(read)
    expect(Date.parse(read)).not.toBeNaN()
  })

  it.each(['yesterday', '1700000000', '2026-13-45T10:00:00', '05/01/2026', ''])(
    'E15: %j cannot be read and is kept as it was sent',
    sent => {
      expect(withZone(sent)).toBe(sent)
    },
  )

  it('keeps an unreadable time to one short line', () => {
    expect(withZone(`a\n${'b'.repeat(500)}`)).toHaveLength(60)
  })
})
