import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { httpDate, retryAfterMs } from '../../../../src/main/apis/http/retry-after'

const now = Date.parse('2026-01-05T10:00:00Z')
const serverNow = 'Mon, 05 Jan 2026 10:00:00 GMT'

describe('how long a server asks us to wait', () => {
  it.each([
    ['0', 0],
    ['30', 30_000],
    [' 5 ', 5_000],
    ['1.5', 1_500],
    ['3600', 3_600_000],
    ['86400', 3_600_000],
    ['99999999999999999999', 3_600_000],
  ])('E22: %j seconds (fault 7)', (header, ms) => {
    expect(retryAfterMs(header, null, now)).toBe(ms)
  })

  it.each([null, '', '-1', 'soon', 'soon 1', '1e3', '0x10', 'NaN', '10 seconds', 'Mon, 99 Foo 2026 10:00:00 GMT'])(
    'E22: %j says nothing (fault 9)',
    header => {
      expect(retryAfterMs(header, serverNow, now)).toBeNull()
    },
  )

  it.each([
    ['Mon, 05 Jan 2026 10:01:00 GMT', 60_000],
    ['Monday, 05-Jan-26 10:01:00 GMT', 60_000],
    ['Mon Jan  5 10:01:00 2026', 60_000],
    ['Mon, 05 Jan 2026 09:00:00 GMT', 0],
    ['Tue, 06 Jan 2026 10:00:00 GMT', 3_600_000],
  ])('E22: until %s (fault 8)', (header, ms) => {
    expect(retryAfterMs(header, serverNow, now)).toBe(ms)
  })

  it.each([-86_400_000, 86_400_000])(
    'E22: holds a date against the server’s clock when ours is %d ms off (fault 8)',
    offMs => {
      expect(retryAfterMs('Mon, 05 Jan 2026 10:00:30 GMT', serverNow, now + offMs)).toBe(30_000)
    },
  )

  it('E22: uses our clock when the server does not tell its own', () => {
    expect(retryAfterMs('Mon, 05 Jan 2026 10:00:30 GMT', null, now)).toBe(30_000)
  })

  it('is null or between nothing and an hour, whatever the header', () => {
    fc.assert(
      fc.property(fc.string(), header => {
        const ms = retryAfterMs(header, serverNow, now)
        if (ms !== null) expect(ms >= 0 && ms <= 3_600_000).toBe(true)
      }),
    )
  })

  it('reads no date out of other text', () => {
    expect(httpDate('5')).toBeNull()
    expect(httpDate('2026-01-05T10:00:00Z')).toBeNull()
  })
})
