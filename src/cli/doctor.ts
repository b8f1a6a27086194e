import { type DoctorReport, type DoctorStep, doctorText, isHealthy } from '../shared/doctor'
import type { ConnectionView } from '../shared/snapshot'
import type { Ask } from './ask'
import { connectionNamed, type Out } from './commands'
import { asWord } from './named'
import { json, printable } from './printable'

export type DoctorOptions = {
  readonly asJson: boolean
  /** Asks although the server asked for no requests for now. */
  readonly insist: boolean
}

/** Looks at everything a connection needs; true when nothing is wrong. */
export async function doctor(ask: Ask, out: Out, name: string, { asJson, insist }: DoctorOptions): Promise<boolean> {
  const connection = connectionNamed(await ask('state:read'), name)
  const report = await ask('connections:doctor', connection.id, insist)
  out(
    asJson
      ? json(report)
      : doctorText({ ...report, steps: report.steps.map(step => atPrompt(step, report, connection)) })
          .split('\n')
          .map(line => printable(line, 500))
          .join('\n'),
  )
  return isHealthy(report)
}

/** The advice is for window and terminal alike; here it names the command as well. */
function atPrompt(step: DoctorStep, { waitsUntil }: DoctorReport, { name, keyState }: ConnectionView): DoctorStep {
  if (step.advice === null || step.state !== 'failed') return step
  const word = asWord(name)
  if (step.name === 'api' && waitsUntil !== null) {
    return { ...step, advice: `Test again then, or ask all the same: jobtray doctor ${word} --insist` }
  }
  if (step.name !== 'key') return step
  const retry = keyState === 'locked' || keyState === 'unavailable' ? `jobtray key ${word} --retry, or ` : ''
  return { ...step, advice: `${step.advice} Here: ${retry}jobtray key ${word} --key-stdin` }
}
