import { describe, expect, it } from 'vitest'
import type { Asked, Evidence } from '../../../../src/main/connections/doctor/evidence'
import type { DoctorStepName } from '../../../../src/shared/doctor'
import {
  asking,
  certificate,
  failing,
  forbidden,
  noJob,
  noPath,
  reaching,
  someEvidence,
  statesOf,
  stepOf,
  unauthorized,
  viaProxy,
} from '../../../support/some-evidence'

describe('the one step that is wrong', () => {
  it.each<[string, Evidence, DoctorStepName[], RegExp]>([
    [
      'no such name',
      someEvidence({ name: { ok: false, reason: 'ENOTFOUND' }, reach: null, asked: null }),
      ['name'],
      /spelt/,
    ],
    ['refused port', reaching({ tcp: { ok: false, reason: 'ECONNREFUSED' }, tls: null }), ['tcp'], /port/],
    [
      'self-signed',
      reaching({ tls: { ok: false, reason: 'self-signed certificate', certificate } }),
      ['tls'],
      /settings/,
    ],
    ['expired', reaching({ tls: { ok: false, reason: 'certificate has expired', certificate } }), ['tls'], /renew/],
    [
      'other host',
      reaching({ tls: { ok: false, reason: 'certificate is for another host', certificate } }),
      ['tls'],
      /host name/,
    ],
    [
      'no TLS',
      reaching({ tls: { ok: false, reason: 'the port does not speak TLS', certificate: null } }),
      ['tls'],
      /port/,
    ],
    [
      'proxy unknown',
      someEvidence({ route: { kind: 'unknown' }, name: null, reach: null, asked: null }),
      ['proxy'],
      /proxy settings/,
    ],
    [
      'proxy has no name',
      someEvidence({ route: viaProxy, name: { ok: false, reason: 'ENOTFOUND' }, reach: null, asked: null }),
      ['name'],
      /proxy settings/,
    ],
    [
      'proxy is down',
      reaching({ tcp: { ok: false, reason: 'ECONNREFUSED' }, tls: null }, { route: viaProxy }),
      ['tcp'],
      /proxy settings/,
    ],
    [
      'proxy refuses',
      reaching({ tunnel: { ok: false, reason: 'status 407' }, tls: null }, { route: viaProxy }),
      ['proxy'],
      /access/,
    ],
    [
      'proxy refuses the client',
      asking(
        {
          read: { kind: 'unreachable', cause: 'proxy', reason: '', mayHaveArrived: false },
          answered: false,
          aheadMs: null,
        },
        { route: viaProxy },
      ),
      ['proxy'],
      /access/,
    ],
    ['HTML', asking({ read: { kind: 'not-the-api', contentType: 'text/html' } }), ['api'], /address/],
    ['redirect', asking({ read: { kind: 'moved', status: 302, toOrigin: 'https://b.example' } }), ['api'], /Correct/],
    ['other JSON', asking({ read: { kind: 'garbled', what: 'job_id is missing' } }), ['api'], /address/],
    ['trouble', asking({ read: { kind: 'server', status: 503, retryAfterMs: null } }), ['api'], /later/],
    ['too many', asking({ read: { kind: 'rate-limited', retryAfterMs: null } }), ['api'], /later/],
    ['wrong path', asking({ read: noPath, unsigned: noPath }), ['api'], /after the host name/],
    ['no key kept', asking({ read: { kind: 'no-key', why: 'locked' } }), ['key'], /key/],
    [
      'no header for it',
      asking({ read: { kind: 'rejected', status: 0, complaints: [{ at: '', message: 'x' }], said: null } }),
      ['key'],
      /sent/,
    ],
    ['refused key', asking({ read: unauthorized, post: unauthorized }), ['key'], /valid key/],
    ['key wanted', asking({ read: unauthorized }, { sendsKey: false }), ['key'], /Choose/],
    ['may not read', asking({ read: forbidden }), ['read'], /job:read/],
    ['may do neither', asking({ read: forbidden, post: forbidden }), ['read'], /job:/],
    ['clock ahead', asking({ aheadMs: 600_000 }), ['clock'], /clock/],
    ['clock behind', asking({ aheadMs: -600_000 }), ['clock'], /clock/],
  ])('%s', (_name, evidence, names, advice) => {
    expect(failing(evidence)).toEqual(names)
    for (const name of names) expect(stepOf(evidence, name)?.advice).toMatch(advice)
  })

  it('of a key that may only watch is a warning, for that may be all that is wanted', () => {
    const evidence = asking({ post: forbidden })
    expect(failing(evidence)).toEqual([])
    expect(stepOf(evidence, 'post')).toMatchObject({ state: 'warning', advice: expect.stringMatching(/job:create/) })
  })

  it.each<[string, Partial<Asked>]>([
    ['by 403', { read: forbidden, post: forbidden, readWithoutOrganization: noJob, postWithoutOrganization: noJob }],
    [
      'by 401',
      { read: unauthorized, post: unauthorized, readWithoutOrganization: noJob, postWithoutOrganization: noJob },
    ],
    [
      'and the key may not post',
      { read: forbidden, post: forbidden, readWithoutOrganization: noJob, postWithoutOrganization: forbidden },
    ],
  ])('is the organization when the key is let in without it: refused %s', (_name, said) => {
    const evidence = asking(said, { namesOrganization: true })
    expect(statesOf(evidence)).toMatchObject({ key: 'ok', read: 'ok', organization: 'failed' })
  })

  it('is not the organization when the key alone is refused as well', () => {
    const said = { read: forbidden, post: noJob, readWithoutOrganization: forbidden }
    expect(statesOf(asking(said, { namesOrganization: true }))).toMatchObject({ read: 'failed', organization: 'ok' })
    const neither = { ...said, post: forbidden, postWithoutOrganization: forbidden }
    expect(statesOf(asking(neither, { namesOrganization: true })).organization).toBe('not-reached')
  })
})

describe('the path of the address', () => {
  it.each<[string, Partial<Asked>, string]>([
    ['known by its own words for a missing job', { read: noJob, nowhere: noPath, unsigned: noPath }, 'ok'],
    [
      'known by asking for a key there and not elsewhere',
      { read: noPath, nowhere: noPath, unsigned: unauthorized },
      'ok',
    ],
    [
      'unknown when all is asked for a key and all is missing',
      { read: noPath, unsigned: unauthorized, unsignedNowhere: unauthorized },
      'failed',
    ],
    ['known by a 422 for the job alone', { read: { kind: 'rejected', status: 422, complaints: [], said: 'x' } }, 'ok'],
    [
      'unknown when everything is a 400',
      {
        read: { kind: 'rejected', status: 400, complaints: [], said: null },
        nowhere: { kind: 'rejected', status: 400, complaints: [], said: null },
        unsigned: noPath,
      },
      'failed',
    ],
  ])('is %s', (_name, said, state) => {
    expect(statesOf(asking(said)).api).toBe(state)
  })
})
