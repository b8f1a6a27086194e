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
})
