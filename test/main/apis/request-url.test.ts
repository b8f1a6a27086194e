import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestUrl } from '../../../src/main/apis/request-url'

const statusUrl = (base: string, jobId: string) => requestUrl(base, ['api', 'jobs', jobId, 'status'])

describe('the address of a request (fault 56)', () => {
  it.each([
    ['https://api.example.com', 'https://api.example.com/api/jobs/a-1/status'],
    ['https://api.example.com/', 'https://api.example.com/api/jobs/a-1/status'],
    ['https://gw.example.com/corp', 'https://gw.example.com/corp/api/jobs/a-1/status'],
    ['https://gw.example.com/corp/v2//', 'https://gw.example.com/corp/v2/api/jobs/a-1/status'],
    ['http://[::1]:8080', 'http://[::1]:8080/api/jobs/a-1/status'],
  ])('E33: keeps the path prefix of %s', (base, url) => {
    expect(statusUrl(base, 'a-1')).toEqual({ ok: true, value: url })
  })

  it('E31: ends in a slash where the vendor wants one', () => {
    expect(requestUrl('https://x.example', ['api', 'jobs'], '/')).toEqual({
      ok: true,
      value: 'https://x.example/api/jobs/',
    })
  })

  it.each([
    ['a/b', 'a%2Fb'],
    ['a b', 'a%20b'],
    ['a?b#c', 'a%3Fb%23c'],
    ['%2e%2e', '%252e%252e'],
    ['größe', 'gr%C3%B6%C3%9Fe'],
    ['a\\b', 'a%5Cb'],
    ["it's(1)!*~", "it's(1)!*~"],
    ['..;', '..%3B'],
    ['__proto__', '__proto__'],
  ])('E43: encodes the id %s', (jobId, encoded) => {
    expect(statusUrl('https://x.example', jobId)).toEqual({
      ok: true,
      value: `https://x.example/api/jobs/${encoded}/status`,
    })
  })

  it.each(['', '.', '..', '\ud800'])('E43: refuses the id %j, which would leave its place', jobId => {
    expect(statusUrl('https://x.example', jobId)).toMatchObject({ ok: false, fault: { kind: 'rejected', status: 0 } })
  })

  it('never leaves its base path, whatever the id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), jobId => {
        const built = statusUrl('https://gw.example.com/corp', jobId)
        if (!built.ok) return
        const url = new URL(built.value)
        const parts = url.pathname.split('/')
        expect(url.origin + url.search + url.hash).toBe('https://gw.example.com')
        expect(parts.slice(0, 4)).toEqual(['', 'corp', 'api', 'jobs'])
        expect(parts.slice(5)).toEqual(['status'])
        expect(decodeURIComponent(parts[4] ?? '')).toBe(jobId)
      }),
      { numRuns: 1_000 },
    )
  })

  it('never leaves its base path for ids made of dots, slashes and percents', () => {
    const nasty = fc.array(fc.constantFrom('.', '/', '%', '2', 'e', 'f', '\\', '?', '#', '@', ':', ';'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(nasty, letters => {
        const built = statusUrl('https://x.example/p', letters.join(''))
        if (built.ok) expect(new URL(built.value).pathname).toMatch(/^\/p\/api\/jobs\/[^/]+\/status$/)
      }),
      { numRuns: 1_000 },
    )
  })
})
