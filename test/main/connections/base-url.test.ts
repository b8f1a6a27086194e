import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestUrl } from '../../../src/main/apis/request-url'
import { checkBaseUrl } from '../../../src/main/connections/base-url'

describe('the address of a connection (fault 58)', () => {
  it.each([
    ['https://api.example.com', 'https://api.example.com'],
    ['https://api.example.com/', 'https://api.example.com'],
    ['  https://api.example.com \n', 'https://api.example.com'],
    ['HTTPS://API.Example.COM', 'https://api.example.com'],
    ['https://api.example.com:443', 'https://api.example.com'],
    ['https://api.example.com:8443/', 'https://api.example.com:8443'],
    ['https://gw.example.com/corp', 'https://gw.example.com/corp'],
    ['https://gw.example.com/corp/', 'https://gw.example.com/corp'],
    ['https://gw.example.com/corp//', 'https://gw.example.com/corp'],
    ['https://gw.example.com/corp/jobs%2Fv2', 'https://gw.example.com/corp/jobs%2Fv2'],
    ['https://gw.example.com/a/../b', 'https://gw.example.com/b'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
    ['https://10.0.0.7', 'https://10.0.0.7'],
    ['https://[2001:db8::1]/x', 'https://[2001:db8::1]/x'],
    ['http://localhost', 'http://localhost'],
    ['http://LOCALHOST:3000/api/', 'http://localhost:3000/api'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://127.8.9.10', 'http://127.8.9.10'],
    ['http://127.1', 'http://127.0.0.1'],
    ['http://2130706433', 'http://127.0.0.1'],
    ['http://0x7f.0.0.1', 'http://127.0.0.1'],
    ['http://0177.0.0.1', 'http://127.0.0.1'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['http://[0:0:0:0:0:0:0:1]', 'http://[::1]'],
  ])('%j is taken as %s', (text, url) => {
    expect(checkBaseUrl(text)).toEqual({ ok: true, url })
  })

  it.each([
    ['', /Enter the address/],
    ['   ', /Enter the address/],
    ['api.example.com', /begin with https/],
    ['//api.example.com', /begin with https/],
    ['ftp://api.example.com', /begin with https/],
    ['javascript:alert(1)', /begin with https/],
    ['file:///etc/passwd', /begin with https/],
    ['https:api.example.com', /begin with https/],
    ['https:\\\\api.example.com', /begin with https/],
    ['https://', /not a complete/],
    ['https://[::1', /not a complete/],
    ['https://api.example.com:99999', /not a complete/],
    ['https://256.1.1.1', /not a complete/],
    ['https://api example.com', /blank/],
    ['https://api.example.com/a b', /blank/],
    ['https://api.exa\nmple.com', /line break/],
    ['https://api.exa\u200bmple.com', /blank/],
    ['https://api.example.com\\@evil.com', /backslash/],
    ['http://api.example.com', /Only https/],
    ['http://localhost.evil.com', /Only https/],
    ['http://127.0.0.1.evil.com', /Only https/],
    ['http://evil-localhost', /Only https/],
    ['http://0.0.0.0', /Only https/],
    ['http://10.0.0.7', /Only https/],
    ['http://[::ffff:127.0.0.1]', /Only https/],
    ['http://[::2]', /Only https/],
    ['http://128.0.0.1', /Only https/],
    ['http://localhost.', /Only https/],
    ['https://user@api.example.com', /user name and password/],
    ['https://user:secret@api.example.com', /user name and password/],
    ['https://:secret@api.example.com', /user name and password/],
    ['https://api.merchantops.ai@evil.com', /user name and password/],
    ['http://localhost@evil.com', /user name and password/],
    ['https://api.example.com?x=1', /question mark/],
    ['https://api.example.com/?', /question mark/],
    ['https://api.example.com/#top', /after the #/],
    ['https://api.example.com#', /after the #/],
    ['https://api.example.com:0', /Port 0/],
    ['http://127.0.0.1:0', /Port 0/],
    ['https://api.example.com.', /dot at the end/],
    ['https://localhost./x', /dot at the end/],
  ])('%j is refused with the reason', (text, why) => {
    const verdict = checkBaseUrl(text)
    expect(verdict).toEqual({ ok: false, why: expect.stringMatching(why) })
    expect(JSON.stringify(verdict)).not.toContain('secret')
  })

  it.each(['https://api.example.com//.a/..', 'https://api.example.com//.b/../c/%2E'])(
    '%j, which the parser may leave as it is, is walked up or refused, never kept with its dots',
    text => {
      const verdict = checkBaseUrl(text)
      if (verdict.ok) expect(verdict.url).not.toMatch(/\.\.|%2e/i)
      else expect(verdict.why).toMatch(/parts \. and \.\./)
    },
  )

  it('that is taken is taken again unchanged, and every read can be addressed below it', () => {
    const piece = fc.constantFrom(
      '/',
      '.',
      '..',
      'a',
      '%2e',
      '%',
      '@',
      ':',
      ';',
      '|',
      "'",
      '"',
      '^',
      'é',
      '{',
      '~',
      '%00',
    )
    const host = fc.constantFrom('api.example.com', 'localhost:8080', '127.1', '[::1]', 'bücher.example')
    fc.assert(
      fc.property(host, fc.array(piece, { maxLength: 8 }), (name, pieces) => {
        const verdict = checkBaseUrl(`https://${name}/${pieces.join('')}`)
        if (!verdict.ok) return
        expect(checkBaseUrl(verdict.url)).toEqual(verdict)
        const url = requestUrl(verdict.url, ['api', 'jobs', 'x y', 'status'])
        expect(url).toEqual({ ok: true, value: `${verdict.url}/api/jobs/x%20y/status` })
      }),
      { numRuns: 500 },
    )
  })
})
