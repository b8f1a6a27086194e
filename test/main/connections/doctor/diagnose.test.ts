import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diagnose } from '../../../../src/main/connections/doctor/diagnose'
import type { Answered, Asked, Evidence } from '../../../../src/main/connections/doctor/evidence'
import { type DoctorStepName, doctorStepNames } from '../../../../src/shared/doctor'
import { anyFault } from '../../../support/arbitrary-state'
import {
  asking,
  failing,
  healthyReach,
  noJob,
  someEvidence,
  statesOf,
  stepOf,
  unauthorized,
  viaProxy,
} from '../../../support/some-evidence'

describe('a healthy connection', () => {
  it('has every step ok, or not needed', () => {
    expect(statesOf(someEvidence())).toEqual({
      name: 'ok',
      tcp: 'ok',
      tls: 'ok',
      proxy: 'not-needed',
      api: 'ok',
      key: 'ok',
      read: 'ok',
      post: 'ok',
      organization: 'not-needed',
      clock: 'ok',
    })
  })

  it('tells its certificate: for whom, by whom, until when', () => {
    expect(stepOf(someEvidence(), 'tls')?.said).toBe(
      'Certificate for api.example.com, issued by Example CA, valid until 2027-01-05.',
    )
  })

  it.each<[string, Evidence, DoctorStepName]>([
    ['an address that is a number', someEvidence({ name: null }), 'name'],
    ['plain http on this computer', someEvidence({ secure: false, reach: { ...healthyReach, tls: null } }), 'tls'],
    ['a vendor that takes no reports', someEvidence({ vendor: 'retailgrid', postsProgress: false }), 'post'],
    ['no key where none is wanted', asking({ unsigned: noJob }, { sendsKey: false }), 'key'],
    ['a server that keeps its time to itself', asking({ aheadMs: null }), 'clock'],
  ])('with %s does not need that step', (_name, evidence, name) => {
    expect(stepOf(evidence, name)?.state).toBe('not-needed')
    expect(failing(evidence)).toEqual([])
  })

  it('with an organization has that accepted', () => {
    expect(statesOf(asking({}, { namesOrganization: true })).organization).toBe('ok')
  })

  it('behind a proxy of another kind has its secure connection judged by the answer', () => {
    const route = { ...viaProxy, opensTunnels: false }
    expect(statesOf(someEvidence({ route, reach: { ...healthyReach, tls: null } }))).toMatchObject({
      tls: 'ok',
      proxy: 'ok',
      api: 'ok',
    })
  })
})

it('what rests on a failed step is not reached', () => {
  const all = ['tcp', 'tls', 'api', 'key', 'read', 'post', 'organization', 'clock'] as const
  const nameless = {
    name: { ok: false, reason: 'ENOTFOUND' },
    reach: null,
    asked: null,
    namesOrganization: true,
  } as const
  for (const name of all) expect(stepOf(someEvidence(nameless), name)?.state, name).toBe('not-reached')
  const refused = asking({ read: unauthorized }, { namesOrganization: true })
  for (const name of ['read', 'post', 'organization'] as const) {
    expect(stepOf(refused, name)?.state, name).toBe('not-reached')
  }
  expect(stepOf(refused, 'clock')?.state).toBe('ok')
})

it('every step is there once and in order, with advice exactly when it failed or warns, whatever is found', () => {
  const answered: fc.Arbitrary<Answered> = fc.option(anyFault)
  const tried = fc.oneof(fc.constant({ ok: true } as const), fc.constant({ ok: false, reason: 'ECONNRESET' } as const))
  const asked: fc.Arbitrary<Asked> = fc
    .record({ read: answered, aheadMs: fc.option(fc.integer()), answered: fc.boolean() })
    .chain(base =>
      fc
        .record(
          {
            nowhere: answered,
            unsigned: answered,
            unsignedNowhere: answered,
            readWithoutOrganization: answered,
            post: answered,
            postWithoutOrganization: answered,
          },
          { requiredKeys: [] },
        )
        .map(rest => ({ ...base, ...rest })),
    )
  const evidence = fc.record({
    vendor: fc.constantFrom('merchantops' as const, 'retailgrid' as const),
    secure: fc.boolean(),
    sendsKey: fc.boolean(),
    namesOrganization: fc.boolean(),
    postsProgress: fc.boolean(),
    route: fc.constantFrom<Evidence['route'][]>(viaProxy, { kind: 'unknown' }, someEvidence().route),
    name: fc.option(tried.map(found => (found.ok ? { ...found, addresses: ['203.0.113.7'] } : found))),
    reach: fc.option(
      fc.record({
        tcp: tried,
        tunnel: fc.option(tried),
        tls: fc.option(tried.map(found => ({ ...found, certificate: null }))),
      }),
    ),
    waitsUntil: fc.option(fc.constant('2026-03-02T12:00:00.000Z')),
    asked: fc.option(asked),
  })
  fc.assert(
    fc.property(evidence, found => {
      const steps = diagnose(found)
      expect(steps.map(each => each.name)).toEqual([...doctorStepNames])
      for (const { state, said, advice } of steps) {
        expect(advice !== null).toBe(state === 'failed' || state === 'warning')
        expect(`${said} ${advice}`).not.toMatch(/undefined|NaN|\[object/)
      }
    }),
    { numRuns: 500 },
  )
})
