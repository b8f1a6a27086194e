import { type Vendor, vendorNames } from './connection'

/** What a connection needs in order to work, in the order in which it is looked at. */
export const doctorStepNames = [
  'name',
  'tcp',
  'tls',
  'proxy',
  'api',
  'key',
  'read',
  'post',
  'organization',
  'clock',
] as const
export type DoctorStepName = (typeof doctorStepNames)[number]

export const doctorStepTitles: Readonly<Record<DoctorStepName, string>> = {
  name: 'Host name',
  tcp: 'Connection',
  tls: 'Secure connection',
  proxy: 'Proxy',
  api: 'Jobs API',
  key: 'Key',
  read: 'May read jobs',
  post: 'May report progress',
  organization: 'Organization',
  clock: 'Clock',
}

/** `warning`: a limit that a person may want; all else works. `not-reached`: what it rests on has failed, or it could not be told. `not-needed`: this connection has no such thing. */
export type DoctorState = 'ok' | 'warning' | 'failed' | 'not-reached' | 'not-needed'

export type DoctorStep = {
  readonly name: DoctorStepName
  readonly state: DoctorState
  /** What was found, in a sentence. No key and no word of the server's bodies is ever in it. */
  readonly said: string
  /** What to do about it; only a failed step, or a warning, has one. */
  readonly advice: string | null
}

export type DoctorReport = {
  /** The connection's name. */
  readonly connection: string
  readonly vendor: Vendor
  /** Scheme, host and port alone. */
  readonly origin: string
  /** ISO. */
  readonly at: string
  /** The server was not asked, since it asked for no requests before then, ISO; null: it was, or could not be. */
  readonly waitsUntil: string | null
  /** One for each name, in their order. */
  readonly steps: readonly DoctorStep[]
}

export const isHealthy = (report: DoctorReport): boolean => report.steps.every(step => step.state !== 'failed')

const marks: Readonly<Record<DoctorState, string>> = {
  ok: 'ok',
  warning: 'warning',
  failed: 'FAILED',
  'not-reached': 'not reached',
  'not-needed': 'not needed',
}

const widest = (texts: readonly string[]): number => Math.max(...texts.map(text => text.length))

/** The report as text to copy into a message or a terminal. */
export function doctorText({ connection, vendor, origin, at, steps }: DoctorReport): string {
  const markWidth = widest(Object.values(marks))
  const titleWidth = widest(Object.values(doctorStepTitles))
  const lines = steps.flatMap(({ name, state, said, advice }) => {
    const line = `${marks[state].padEnd(markWidth)}  ${doctorStepTitles[name].padEnd(titleWidth)}  ${said}`
    return advice === null ? [line] : [line, `${' '.repeat(markWidth + titleWidth + 4)}${advice}`]
  })
  return [`${connection} (${vendorNames[vendor]}, ${origin}), ${at}`, '', ...lines].join('\n')
}
