import type { DoctorStep, DoctorStepName } from '../../../shared/doctor'
import { apiSteps } from './api-steps'
import type { Evidence } from './evidence'
import { permissionSteps } from './permission-steps'
import { reachSteps } from './reach-steps'
import type { Findings } from './step'

/** Judges the evidence: one step for each thing a connection needs. Pure. */
export function diagnose(evidence: Evidence): readonly DoctorStep[] {
  const reach = reachSteps(evidence)
  const isReached = (['name', 'tcp', 'tls', 'proxy'] as const).every(
    name => reach[name].state === 'ok' || reach[name].state === 'not-needed',
  )
  const api = apiSteps(evidence, isReached)
  const all = { ...reach, ...api, ...permissionSteps(evidence, api) } satisfies Findings<DoctorStepName>
  return [all.name, all.tcp, all.tls, all.proxy, all.api, all.key, all.read, all.post, all.organization, all.clock]
}
