import { bearer, type KeySending, type Vendor, vendors } from '../shared/connection'
import { listJobs } from '../shared/listed-job'
import type { ConnectionView, Snapshot } from '../shared/snapshot'
import { type Ask, CommandError } from './ask'
import { table } from './table'

export type Out = (text: string) => void

const json = (value: unknown): string => JSON.stringify(value, null, 2)

const connectionNamed = (snapshot: Snapshot, name: string): ConnectionView => {
  const found = snapshot.connections.find(connection => connection.name.toLowerCase() === name.toLowerCase())
  if (found !== undefined) return found
  const names = snapshot.connections.map(connection => connection.name).join(', ')
  throw new CommandError(
    names === ''
      ? `There is no connection named ${name}. Make one with jobtray connect.`
      : `There is no connection named ${name}. There is: ${names}.`,
    1,
  )
}

export type ConnectOptions = {
  readonly name: string
  readonly vendor: string
  readonly url: string
  readonly organization: string
  readonly key: string | null
  readonly keySending?: KeySending
  readonly insist: boolean
}

const isVendor = (text: string): text is Vendor => vendors.some(vendor => vendor === text)

export async function connect(ask: Ask, out: Out, options: ConnectOptions): Promise<void> {
  if (!isVendor(options.vendor)) throw new CommandError(`--vendor takes ${vendors.join(' or ')}.`, 2)
  const answer = await ask(
    'connections:save',
    null,
    {
      name: options.name,
      vendor: options.vendor,
      baseUrl: options.url,
      organization: options.organization,
      keySending: options.keySending ?? (options.key === null ? { kind: 'none' } : bearer),
      key: options.key,
    },
    options.insist,
  )
  if (!answer.ok) {
    throw new CommandError(
      answer.canInsist ? `${answer.message} Keep it all the same with --no-proof.` : answer.message,
      1,
    )
  }
  out(`Connected ${answer.connection.name}.`)
}

export async function watch(ask: Ask, out: Out, name: string, ids: readonly string[]): Promise<void> {
  const connection = connectionNamed(await ask('state:read'), name)
  const { added, already, refused } = await ask('jobs:watch', connection.id, ids.join('\n'))
  if (added.length > 0) out(`Watching ${added.map(ref => ref.jobId).join(', ')}.`)
  if (already.length > 0) out(`Watched already: ${already.map(ref => ref.jobId).join(', ')}.`)
  const first = refused[0]
  if (first !== undefined) throw new CommandError(refused.map(({ text, why }) => `${text}: ${why}`).join('\n'), 1)
}

export async function list(ask: Ask, out: Out, asJson: boolean): Promise<void> {
  const jobs = listJobs(await ask('state:read'))
  if (asJson) out(json(jobs))
  else out(jobs.length === 0 ? 'No jobs are watched. Add some with jobtray watch.' : table(jobs))
}

export async function show(ask: Ask, out: Out, name: string, id: string, asJson: boolean): Promise<void> {
  const snapshot = await ask('state:read')
  const connection = connectionNamed(snapshot, name)
  const jobs = snapshot.jobs.filter(watched => watched.ref.connectionId === connection.id && watched.ref.jobId === id)
  const [job] = listJobs({ ...snapshot, jobs })
  if (job === undefined) throw new CommandError(`${id} is not watched. Add it with jobtray watch.`, 1)
  const detail = await ask('jobs:read-detail', { connectionId: connection.id, jobId: id })
  if (asJson)
    return out(
      json({
        ...job,
        errors: detail?.errors ?? [],
        warnings: detail?.warnings ?? [],
        metadata: detail?.metadata ?? null,
      }),
    )
  out(table([job]))
  for (const { entityType, entityKey, message } of detail?.errors ?? [])
    out(`error    ${entityType} ${entityKey}: ${message}`)
  for (const { entityType, entityKey, message } of detail?.warnings ?? [])
    out(`warning  ${entityType} ${entityKey}: ${message}`)
}

/** Forgets a connection with its key and its jobs. */
export async function forget(ask: Ask, out: Out, name: string): Promise<void> {
  const connection = connectionNamed(await ask('state:read'), name)
  await ask('connections:remove', connection.id)
  out(`Forgot ${connection.name}, its key and its jobs.`)
}
