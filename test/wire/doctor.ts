import type { RequestListener } from 'node:http'
import { expect, onTestFinished } from 'vitest'
import { createHttp } from '../../src/main/apis/http'
import { contextTrusting } from '../../src/main/apis/http/authorities'
import { createDoctor } from '../../src/main/connections/doctor/doctor'
import { realProbes } from '../../src/main/connections/doctor/probes'
import { systemClock } from '../../src/main/watch/clock'
import { type DoctorReport, type DoctorStepName, doctorText } from '../../src/shared/doctor'
import { type Fault, good } from '../../src/shared/fault'
import type { ConnectionView } from '../../src/shared/snapshot'
import { aConnection } from '../support/builders'
import { scaled } from './client'
import type { SandboxUnderTest } from './sandbox'
import { sendJson } from './server'

export type Patient = {
  readonly connection: Partial<ConnectionView>
  readonly key: string
  readonly extraCaPem?: string
  readonly proxy?: string | null
  /** The system's clock, ms off. */
  readonly clockOffMs?: number
  /** For so long the server wants no requests. */
  readonly pausedMs?: number
  readonly insist?: boolean
  /** Whose request each question counts as. */
  readonly counted?: string[]
  readonly heeded?: (Fault | null)[]
}

const limits = { ...scaled, connectMs: 2_000, headersMs: 2_000, totalMs: 5_000 }

/** The real doctor with the real client and the real probes. */
export async function examine({ connection, key, extraCaPem, proxy = null, clockOffMs = 0, ...given }: Patient) {
  const proxyFor = async () => proxy
  const { http, close } = createHttp({ version: '1.2.3', limits, proxyFor, ...(extraCaPem && { extraCaPem }) })
  onTestFinished(close)
  const context = extraCaPem === undefined ? undefined : contextTrusting(extraCaPem)
  const doctor = createDoctor({
    http,
    onRequest: id => void given.counted?.push(id),
    probes: realProbes(limits.connectMs, () => context),
    proxyFor,
    keyOf: () => async () => good(key),
    clock: { wall: () => new Date(systemClock.wall().getTime() + clockOffMs) },
    manners: { pausedMs: () => given.pausedMs ?? 0, heed: (_id, fault) => void given.heeded?.push(fault) },
  })
  return doctor(aConnection(connection), given.insist ?? false)
}

export const failedSteps = ({ steps }: DoctorReport): readonly DoctorStepName[] =>
  steps.filter(({ state }) => state === 'failed').map(({ name }) => name)

export const stepOf = (report: DoctorReport, name: DoctorStepName) => report.steps.find(step => step.name === name)

/** The report in both forms in which it leaves the app. */
export const allTextOf = (report: DoctorReport): string => `${JSON.stringify(report)}\n${doctorText(report)}`

export const canary = 'canary-key-5d1f0c7a9b'

/** Nothing of the key, in whichever spelling. */
function expectNoKey(report: DoctorReport, key: string): void {
  const spelt = [key, Buffer.from(key).toString('base64'), Buffer.from(key).toString('hex'), encodeURIComponent(key)]
  for (const text of spelt) expect(allTextOf(report)).not.toContain(text)
}

export async function examined(patient: Patient): Promise<DoctorReport> {
  const report = await examine(patient)
  expectNoKey(report, patient.key)
  return report
}

export const at = (baseUrl: string, own: Partial<Patient> = {}): Patient => ({
  connection: { baseUrl },
  key: canary,
  ...own,
})

/** As much of an API as a healthy one needs. */
export const anApi: RequestListener = (request, response) =>
  sendJson(response, 404, { detail: request.url?.startsWith('/api/jobs/') ? 'Job not found' : 'Not Found' })

export const ofSandbox = (sandbox: SandboxUnderTest, own: Patient['connection'] = {}, key?: string): Patient => ({
  connection: { baseUrl: sandbox.ready.merchantops.url, ...own },
  key: key ?? sandbox.ready.merchantops.keys.full,
})
