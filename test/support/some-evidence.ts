import { diagnose } from '../../src/main/connections/doctor/diagnose'
import type { Asked, Evidence, Reach } from '../../src/main/connections/doctor/evidence'
import type { DoctorStepName } from '../../src/shared/doctor'
import type { Fault } from '../../src/shared/fault'

export const noJob: Fault = { kind: 'not-found', said: 'Job not found' }
export const noPath: Fault = { kind: 'not-found', said: 'Not Found' }
export const unauthorized: Fault = { kind: 'unauthorized', said: null }
export const forbidden: Fault = { kind: 'forbidden', permission: null, said: null }
export const certificate = { subject: 'api.example.com', issuer: 'Example CA', validUntil: '2027-01-05T10:00:00.000Z' }

export const healthyReach: Reach = { tcp: { ok: true }, tunnel: null, tls: { ok: true, certificate } }
export const healthyAnswers: Asked = {
  read: noJob,
  nowhere: noPath,
  unsigned: unauthorized,
  unsignedNowhere: noPath,
  post: noJob,
  aheadMs: 400,
  answered: true,
}

/** What a doctor found who found nothing wrong. */
export const someEvidence = (own: Partial<Evidence> = {}): Evidence => ({
  vendor: 'merchantops',
  secure: true,
  sendsKey: true,
  namesOrganization: false,
  postsProgress: true,
  route: { kind: 'direct', hop: { host: 'api.example.com', port: 443 } },
  name: { ok: true, addresses: ['203.0.113.7'] },
  reach: healthyReach,
  waitsUntil: null,
  asked: healthyAnswers,
  ...own,
})
export const asking = (own: Partial<Asked>, rest: Partial<Evidence> = {}): Evidence =>
  someEvidence({ asked: { ...healthyAnswers, ...own }, ...rest })
export const reaching = (own: Partial<Reach>, rest: Partial<Evidence> = {}): Evidence =>
  someEvidence({ reach: { ...healthyReach, ...own }, asked: null, ...rest })
export const viaProxy = { kind: 'proxy', hop: { host: 'proxy.corp', port: 3128 }, opensTunnels: true } as const

export const statesOf = (evidence: Evidence) =>
  Object.fromEntries(diagnose(evidence).map(({ name, state }) => [name, state]))
export const failing = (evidence: Evidence) =>
  diagnose(evidence)
    .filter(({ state }) => state === 'failed')
    .map(({ name }) => name)
export const stepOf = (evidence: Evidence, name: DoctorStepName) => diagnose(evidence).find(each => each.name === name)
