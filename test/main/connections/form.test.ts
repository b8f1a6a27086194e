import { describe, expect, it } from 'vitest'
import { checkForm } from '../../../src/main/connections/form'
import type { ConnectionForm } from '../../../src/shared/ipc'
import { aForm, canaryKey } from '../../support/a-form'
import { aConnection } from '../../support/builders'

const check = (own: Partial<ConnectionForm>, id: string | null = null) => checkForm(aForm(own), id, [])

const header = (name: string, prefix = '') => ({ keySending: { kind: 'header', name, prefix } }) as const

describe('a form as typed', () => {
  it.each<readonly [Partial<ConnectionForm>, string, RegExp]>([
    [{ name: '' }, 'name', /Give the connection a name/],
    [{ name: '  ' }, 'name', /Give the connection a name/],
    [{ name: 'x'.repeat(61) }, 'name', /at most 60/],
    [{ name: 'a\nb' }, 'name', /one line/],
    [{ name: 'a\u0000b' }, 'name', /one line/],
    [{ name: 'a\u202eb' }, 'name', /one line/],
    [{ name: 'a\u001b[31mb' }, 'name', /one line/],
    [{ baseUrl: '' }, 'baseUrl', /Enter the address/],
    [{ baseUrl: 'http://api.example.com' }, 'baseUrl', /Only https/],
    [{ organization: 'two words' }, 'organization', /no blanks/],
    [{ organization: 'a\nb' }, 'organization', /no blanks/],
    [{ organization: 'é' }, 'organization', /plain letters/],
    [{ organization: 'x'.repeat(201) }, 'organization', /at most 200/],
    [header('X Key'), 'keySending', /letters, digits and dashes/],
    [header(''), 'keySending', /letters, digits and dashes/],
    [header('X-Key:'), 'keySending', /letters, digits and dashes/],
    [header('X-Key\r\nX-Evil'), 'keySending', /letters, digits and dashes/],
    [header('x'.repeat(65)), 'keySending', /letters, digits and dashes/],
    [header('Host'), 'keySending', /Choose another one/],
    [header('x-organization-id'), 'keySending', /Choose another one/],
    [header('Authorization', 'Bearer token'), 'keySending', /one word/],
    [header('Authorization', 'B\n'), 'keySending', /one word/],
    [{ vendor: 'retailgrid', keySending: { kind: 'session-cookie' } }, 'keySending', /Only MerchantOps/],
    [{ key: '' }, 'key', /Enter the API key/],
    [{ key: `${canaryKey}\n${canaryKey}` }, 'key', /line break/],
    [{ key: `${canaryKey}é` }, 'key', /no key has/],
  ])('is answered at its field: %j', (own, field, message) => {
    const answer = check(own)
    expect(answer).toEqual({ ok: false, field, message: expect.stringMatching(message), canInsist: false })
    expect(JSON.stringify(answer)).not.toContain(canaryKey)
  })

  it('is normalised: names and keys trimmed, no slash at the end, no organization rather than an empty one', () => {
    const answer = check({ name: ' Outfitters ', baseUrl: 'https://API.example.com/x/', key: ` ${canaryKey}\n` })
    expect(answer).toMatchObject({
      ok: true,
      draft: { name: 'Outfitters', baseUrl: 'https://api.example.com/x', organization: null },
      key: canaryKey,
    })
  })

  it.each([header('X-API-Key'), header('Authorization', 'Token'), { keySending: { kind: 'session-cookie' } } as const])(
    'may send the key as a person wants: %j',
    own => {
      expect(check(own)).toMatchObject({ ok: true, draft: own })
    },
  )

  it('without a key to send takes none along', () => {
    expect(check({ keySending: { kind: 'none' } })).toMatchObject({ ok: true, key: null })
  })

  it('may have a name in any script, with pictures', () => {
    expect(check({ name: 'Büro 東京 👩‍💻' })).toMatchObject({ ok: true, draft: { name: 'Büro 東京 👩‍💻' } })
  })

  it('tells the first mistake alone', () => {
    expect(check({ name: '', baseUrl: '', key: '' })).toMatchObject({ ok: false, field: 'name' })
  })
})

describe('a form beside other connections', () => {
  const others = [aConnection({ id: 'c1', name: 'Outfitters' }), aConnection({ id: 'c2', name: 'Production' })]

  it.each(['Outfitters', ' outfitters ', 'OUTFITTERS'])('may not take the name of another: %j', name => {
    expect(checkForm(aForm({ name }), null, others)).toMatchObject({
      ok: false,
      field: 'name',
      message: 'There is a connection named Outfitters already.',
    })
  })

  it('may keep its own name, in other letters too', () => {
    expect(checkForm(aForm({ name: 'OUTFITTERS' }), 'c1', others)).toMatchObject({ ok: true })
    expect(checkForm(aForm({ name: 'Production' }), 'c1', others)).toMatchObject({ ok: false, field: 'name' })
  })

  it('may not turn a connection into one of the other vendor, whose ids its jobs do not have', () => {
    expect(checkForm(aForm({ vendor: 'retailgrid' }), 'c1', others)).toMatchObject({
      ok: false,
      field: null,
      message: expect.stringMatching(/keeps its vendor/),
    })
  })
})
