import type { DoctorStep, DoctorStepName } from '../../../shared/doctor'

export type Findings<Names extends DoctorStepName> = { readonly [Name in Names]: DoctorStep & { readonly name: Name } }

export type Finding = Omit<DoctorStep, 'name'>

export const ok = (said: string): Finding => ({ state: 'ok', said, advice: null })
export const failed = (said: string, advice: string): Finding => ({ state: 'failed', said, advice })
export const warning = (said: string, advice: string): Finding => ({ state: 'warning', said, advice })
export const notReached = (said: string): Finding => ({ state: 'not-reached', said, advice: null })
export const notNeeded = (said: string): Finding => ({ state: 'not-needed', said, advice: null })

export const restsOnAnother = notReached('It rests on a step that failed.')

export const step = <Name extends DoctorStepName>(
  name: Name,
  finding: Finding,
): DoctorStep & { readonly name: Name } => ({
  name,
  ...finding,
})
