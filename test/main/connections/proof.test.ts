import { describe, expect, it } from 'vitest'
import { refusalOf } from '../../../src/main/connections/proof'
import type { Fault } from '../../../src/shared/fault'

const unproven = (fault: Fault, insist = false) => refusalOf({ kind: 'unproven', fault }, insist, true)

describe('what a person is told about the proof of a key', () => {
  it('is nothing when the key was accepted', () => {
    expect(refusalOf({ kind: 'accepted' }, false, true)).toBeNull()
  })

  it.each([false, true])('is the refusal and the words of the server, whether a person insists or not: %s', insist => {
    const fault = { kind: 'unauthorized', said: 'Invalid API key' } as const
    expect(refusalOf({ kind: 'refused', fault }, insist, true)).toEqual({
      ok: false,
      field: 'key',
      message: 'The key was refused. Enter a valid key for this connection. The server says: Invalid API key',
      canInsist: false,
    })
  })

  it('of one that may not read is what it is still good for, and a person may keep it for that', () => {
    const fault = { kind: 'forbidden', permission: 'job:read', said: 'Organization mismatch' } as const
    expect(refusalOf({ kind: 'refused', fault }, false, true)).toEqual({
      ok: false,
      field: 'key',
      message:
        'The key may not read jobs (job:read). Keep it only to create jobs and report progress: nothing can be watched with it. The server says: Organization mismatch',
      canInsist: true,
    })
    expect(refusalOf({ kind: 'refused', fault }, true, true)).toBeNull()
  })

  it('is that a key is asked for, when none was sent', () => {
    const fault = { kind: 'unauthorized', said: null } as const
    expect(refusalOf({ kind: 'refused', fault }, true, false)).toMatchObject({ field: 'keySending', canInsist: false })
  })

  it.each<readonly [Fault, string, RegExp]>([
    [{ kind: 'server', status: 503, retryAfterMs: null }, 'baseUrl', /trouble \(503\)\. The key could not be tried/],
    [{ kind: 'rate-limited', retryAfterMs: 60_000 }, 'baseUrl', /too many requests\. The key could not be tried/],
    [{ kind: 'not-the-api', contentType: 'text/html' }, 'baseUrl', /not the jobs API/],
    [{ kind: 'garbled', what: 'it is empty' }, 'baseUrl', /could not be read/],
    [{ kind: 'no-key', why: 'locked' }, 'key', /keychain is locked/],
    [{ kind: 'no-key', why: 'none' }, 'key', /has no key/],
  ])('is what stood in the way, and that it can be kept all the same: %j', (fault, field, message) => {
    expect(unproven(fault)).toEqual({ ok: false, field, message: expect.stringMatching(message), canInsist: true })
    expect(unproven(fault)?.message).not.toMatch(/by itself|Looking again/)
    expect(unproven(fault, true)).toBeNull()
  })

  it.each([
    ['', 'keySending'],
    ['X-Organization-ID', 'organization'],
  ])('is at its field what could not even be sent, and there is nothing to insist on: %j', (at, field) => {
    const fault = { kind: 'rejected', status: 0, complaints: [{ at, message: 'Correct it.' }], said: null } as const
    for (const insist of [false, true]) {
      expect(unproven(fault, insist)).toEqual({
        ok: false,
        field,
        message: expect.stringMatching(/Correct it\./),
        canInsist: false,
      })
    }
  })
})
