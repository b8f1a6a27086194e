import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redact } from '../../../src/main/shell/redact'

const named = [
  'Authorization: ',
  'authorization: Bearer ',
  'Authorization:Basic ',
  'Proxy-Authorization: Basic ',
  '"authorization":"Bearer ',
  "'authorization': 'Bearer ",
  "[ 'authorization', 'Bearer ",
  'X-API-Key: ',
  'x-api-key=',
  'apiKey: ',
  'X-Auth-Token: ',
  'access_token=',
  'Cookie: stytch_session=',
  'set-cookie: a=1; stytch_session=',
  'stytch_session=',
  'Invalid header value "Bearer ',
  'bearer   ',
]

const key = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map(code => String.fromCharCode(code)),
  minLength: 6,
})

describe('what goes into the log', () => {
  it.each(named)('loses a key after %j, whatever signs it is of', before => {
    fc.assert(
      fc.property(key, secret => {
        expect(redact(`asked with ${before}${secret}\nnext line`)).not.toContain(secret)
      }),
    )
  })

  it('keeps the lines around a key', () => {
    expect(redact('GET failed\nAuthorization: Bearer abc"def\n    at call (app.js:1:2)')).toBe(
      'GET failed\nAuthorization: [left out]\n    at call (app.js:1:2)',
    )
  })

  it.each([
    'started, live, version 0.1.0',
    'journal: SqliteError: database or disk is full\n    at record (main.js:10:3)',
    'Unexpected token < in JSON at position 0',
    'jobs:watch: the keychain is locked',
    'https://api.example.com/api/jobs/enrichment-5f2c81d0/status',
    '',
  ])('is plain text as it was: %j', text => {
    expect(redact(text)).toBe(text)
  })

  it('is done in little time on a long line', () => {
    const text = 'x-api-'.repeat(20_000)
    expect(redact(text)).toBe(text)
  })
})
