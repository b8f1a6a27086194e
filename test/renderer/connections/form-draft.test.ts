import { describe, expect, test } from 'vitest'
import { draftOf, emptyDraft, formOf, withVendor } from '../../../src/renderer/connections/form-draft'
import { bearer, type KeySending } from '../../../src/shared/connection'
import { aConnection } from '../../support/builders'

describe('another vendor', () => {
  test('brings its own address when none was typed', () => {
    expect(withVendor(emptyDraft('merchantops'), 'retailgrid').baseUrl).toBe('')
    expect(withVendor(emptyDraft('retailgrid'), 'merchantops').baseUrl).toBe('https://api.merchantops.ai')
  })

  test('leaves a typed address alone', () => {
    const draft = { ...emptyDraft('merchantops'), baseUrl: 'https://gate.example.com' }
    expect(withVendor(draft, 'retailgrid').baseUrl).toBe('https://gate.example.com')
  })

  test('takes back a session cookie, which only MerchantOps has', () => {
    const draft = { ...emptyDraft('merchantops'), sending: 'session-cookie' } as const
    expect(withVendor(draft, 'retailgrid').sending).toBe('bearer')
  })
})

test.each([
  bearer,
  { kind: 'header', name: 'X-API-Key', prefix: '' },
  { kind: 'header', name: 'Authorization', prefix: 'Token' },
  { kind: 'session-cookie' },
  { kind: 'none' },
] satisfies readonly KeySending[])('%o survives being edited', keySending => {
  expect(formOf(draftOf(aConnection({ keySending })), null).keySending).toEqual(keySending)
})

test('no key is sent where none is needed, and no organization where the vendor knows none', () => {
  const form = formOf({ ...emptyDraft('retailgrid'), sending: 'none', organization: 'left over' }, 'typed')
  expect([form.key, form.organization]).toEqual([null, ''])
})
