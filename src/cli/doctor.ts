import { doctorText, isHealthy } from '../shared/doctor'
import type { Ask } from './ask'
import { connectionNamed, type Out } from './commands'
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
      : doctorText(report)
          .split('\n')
          .map(line => printable(line, 500))
          .join('\n'),
  )
  return isHealthy(report)
}
