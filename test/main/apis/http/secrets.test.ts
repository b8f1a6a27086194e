import { describe, expect, it } from 'vitest'
import { secretsOf, withoutSecrets } from '../../../../src/main/apis/http/secrets'
import { aKey } from '../builders'

const strike = (headers: Record<string, string>, text: string) => withoutSecrets(text, secretsOf(headers))

describe('a server that repeats our key', () => {
  it.each<[Record<string, string>]>([
    [{ authorization: `Bearer ${aKey}` }],
    [{ authorization: aKey }],
    [{ cookie: `stytch_session=${aKey}` }],
  ])('has it struck out of its answer: %j', headers => {
    expect(strike(headers, `{"detail":"key ${aKey} is revoked"}`)).toBe('{"detail":"key ••• is revoked"}')
  })

  it('is struck out whole, also when it holds an equals sign', () => {
    expect(strike({ authorization: 'Bearer c2VjcmV0=c2VjcmV0==' }, 'c2VjcmV0=c2VjcmV0==')).toBe('•••')
  })

  it('does not lose the name of the organization', () => {
    expect(strike({ 'x-organization-id': 'org-12345678' }, 'org-12345678')).toBe('org-12345678')
  })

  it('leaves the rest alone, short values too', () => {
    expect(strike({ 'x-api-key': 'abc', authorization: `Bearer ${aKey}` }, '{"a":"abc Bearer"}')).toBe(
      '{"a":"abc Bearer"}',
    )
  })

  it.each([
    ['as Python writes it', 'k"e\\y-12345', JSON.stringify('k"e\\y-12345')],
    ['as PHP writes it', 'ab/cd/12345', '"ab\\/cd\\/12345"'],
    ['as Go writes it', 'a<b>c&d-12345', '"a\\u003cb\\u003ec\\u0026d-12345"'],
    ['as .NET writes it', "a+b'c/d-12345==", '"a\\u002Bb\\u0027c/d-12345=="'],
  ])('has it struck out also where JSON has other signs for it, %s', (_how, key, echoed) => {
    const struck = strike({ authorization: `Bearer ${key}` }, `{"detail":${echoed}}`)
    expect(JSON.parse(struck)).toEqual({ detail: '•••' })
  })

  it('loses nothing else to a key with such signs', () => {
    const text = '{"detail":"ab/cd/1234 a\\/cd/12345"}'
    expect(strike({ 'x-api-key': 'ab/cd/12345' }, text)).toBe(text)
  })
})
