import { describe, expect, it } from 'vitest'
import { authHeaders } from '../../../src/main/apis/auth-headers'
import type { KeySending } from '../../../src/shared/connection'
import { aConnection, aKey } from './builders'

const header = (name: string, prefix: string): KeySending => ({ kind: 'header', name, prefix })

describe('the headers that say who asks', () => {
  it.each<[KeySending, Record<string, string>]>([
    [header('Authorization', 'Bearer'), { authorization: `Bearer ${aKey}` }],
    [header('Authorization', ''), { authorization: aKey }],
    [header('X-API-Key', ''), { 'x-api-key': aKey }],
    [header('Authorization', 'ServerApiKey'), { authorization: `ServerApiKey ${aKey}` }],
    [{ kind: 'session-cookie' }, { cookie: `stytch_session=${aKey}` }],
    [{ kind: 'none' }, {}],
  ])('E34: sends the key as %j says', (keySending, value) => {
    expect(authHeaders(aConnection({ keySending }), aKey)).toEqual({ ok: true, value })
  })

  it('E44: names the organization to MerchantOps', () => {
    expect(authHeaders(aConnection({ organization: 'org-7' }), aKey)).toEqual({
      ok: true,
      value: { authorization: `Bearer ${aKey}`, 'x-organization-id': 'org-7' },
    })
  })

  it('names no organization to Retailgrid, which knows no such header', () => {
    const connection = aConnection({ vendor: 'retailgrid', organization: 'org-7', keySending: { kind: 'none' } })
    expect(authHeaders(connection, null)).toEqual({ ok: true, value: {} })
  })

  it.each([null, ''])('says that there is no key when it is %j', key => {
    expect(authHeaders(aConnection(), key)).toEqual({ ok: false, fault: { kind: 'no-key', why: 'none' } })
  })

  it.each(['secret\nvalue', 'secret\r\nX-Evil: 1', 'secret\0', 'sécret', 'secret€', 'secret 😀', ' secret', 'secret '])(
    'refuses the key %j without repeating it (fault 57)',
    key => {
      const refused = authHeaders(aConnection(), key)
      expect(refused).toMatchObject({ ok: false, fault: { kind: 'unauthorized' } })
      expect(JSON.stringify(refused)).not.toMatch(/secret|sécret/)
    },
  )

  it.each(['a;b=c', 'a,b', 'a"b', 'a\\b'])('refuses %j as a cookie, since it would end the cookie', key => {
    expect(authHeaders(aConnection({ keySending: { kind: 'session-cookie' } }), key)).toMatchObject({ ok: false })
  })

  it.each(['Host', 'Cookie', 'Content-Length', 'Transfer-Encoding', 'X-Organization-ID', 'User-Agent'])(
    'refuses to send the key as %s',
    name => {
      expect(authHeaders(aConnection({ keySending: header(name, '') }), aKey)).toMatchObject({
        ok: false,
        fault: { kind: 'rejected', status: 0 },
      })
    },
  )

  it('refuses an organization that would break the header', () => {
    expect(authHeaders(aConnection({ organization: 'a\nb' }), aKey)).toMatchObject({ ok: false })
  })
})
