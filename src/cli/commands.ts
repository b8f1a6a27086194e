import { bearer, type KeySending, type Vendor, vendors } from '../shared/connection'
import { type JobIssue, type JobRef, refKey } from '../shared/job'
import { checkJobId } from '../shared/job-id'
import { listJobs } from '../shared/listed-job'
import { count, counted } from '../shared/numbers'
import type { ConnectionView, Snapshot } from '../shared/snapshot'
import { allIssues } from './all-issues'
import { type Ask, CommandError } from './ask'
import { json, printable } from './printable'
import { table } from './table'

export type Out = (text: string) => void

export const connectionNamed = (snapshot: Snapshot, name: string): ConnectionView => {
  const found = snapshot.connections.find(connection => connection.name.toLowerCase() === name.toLowerCase())
  if (found !== undefined) return found
  const names = snapshot.connections.map(connection => printable(connection.name)).join(', ')
  const none = `There is no connection named ${printable(name)}.`
  throw new CommandError(names === '' ? `${none} Make one with jobtray connect.` : `${none} There is: ${names}.`, 1)
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
  if (options.vendor === 'retailgrid' && options.organization !== '') {
    throw new CommandError('Retailgrid takes no organization. Leave --org out.', 2)
  }
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
    const hints = [
      answer.field === 'keySending' && options.key === null ? ' --key-stdin reads the key from standard input.' : '',
      answer.canInsist ? ' Keep it all the same with --no-proof.' : '',
    ]
    throw new CommandError(`${answer.message}${hints.join('')}`, 1)
  }
  out(`Connected ${printable(answer.connection.name)}.`)
}

/** Ids that are told one by one; of more, the first few and how many there are. */
const mostNamed = 10
const firstFew = 3

function idList(refs: readonly JobRef[]): string {
  const names = (list: readonly JobRef[]) => list.map(ref => printable(ref.jobId)).join(', ')
  if (refs.length <= mostNamed) return names(refs)
  return `${counted(refs.length, 'job')}: ${names(refs.slice(0, firstFew))} and ${count(refs.length - firstFew)} more`
}

export async function watch(ask: Ask, out: Out, name: string, ids: readonly string[]): Promise<void> {
  const connection = connectionNamed(await ask('state:read'), name)
  // As a list and not as pasted text: each argument is one id, blanks and all.
  const { added, already, refused } = await ask('jobs:watch', connection.id, JSON.stringify(ids))
  if (added.length > 0) out(`Watching ${idList(added)}.`)
  if (already.length > 0) out(`Watched already: ${idList(already)}.`)
  if (refused.length > 0) {
    const named = refused.slice(0, mostNamed).map(({ text, why }) => `“${printable(text, 40)}”: ${why}`)
    const others = refused.length - named.length
    throw new CommandError([...named, ...(others > 0 ? [`And ${count(others)} more.`] : [])].join(' '), 1)
  }
}

/** Takes jobs off the watch list; those that are not on it are named. */
export async function unwatch(ask: Ask, out: Out, name: string, ids: readonly string[]): Promise<void> {
  const snapshot = await ask('state:read')
  const connection = connectionNamed(snapshot, name)
  const watched = new Set(snapshot.jobs.map(({ ref }) => refKey(ref)))
  const refs = [...new Set(ids)].map(id => {
    const checked = checkJobId(connection.vendor, id)
    return { connectionId: connection.id, jobId: checked.ok ? checked.jobId : id }
  })
  const there = refs.filter(ref => watched.has(refKey(ref)))
  const missing = refs.filter(ref => !watched.has(refKey(ref)))
  if (there.length > 0) {
    await ask('jobs:forget', there)
    out(`Watched no more: ${idList(there)}.`)
  }
  if (missing.length > 0) {
    throw new CommandError(`Not watched: ${idList(missing)}.`, 1)
  }
}

export async function list(ask: Ask, out: Out, asJson: boolean): Promise<void> {
  const jobs = listJobs(await ask('state:read'))
  if (asJson) out(json(jobs))
  else out(jobs.length === 0 ? 'No jobs are watched. Add some with jobtray watch.' : table(jobs))
}

export async function show(ask: Ask, out: Out, name: string, id: string, asJson: boolean): Promise<void> {
  const snapshot = await ask('state:read')
  const connection = connectionNamed(snapshot, name)
  const checked = checkJobId(connection.vendor, id)
  const jobId = checked.ok ? checked.jobId : id
  const jobs = snapshot.jobs.filter(({ ref }) => ref.connectionId === connection.id && ref.jobId === jobId)
  const [job] = listJobs({ ...snapshot, jobs })
  if (job === undefined) throw new CommandError(`${printable(id)} is not watched. Add it with jobtray watch.`, 1)
  const ref = { connectionId: connection.id, jobId }
  const detail = await ask('jobs:read-detail', ref)
  if (asJson)
    return out(
      json({
        ...job,
        errorMessage: jobs[0]?.job?.errorMessage ?? null,
        errors: detail === null ? [] : await allIssues(ask, ref, detail, 'errors'),
        warnings: detail === null ? [] : await allIssues(ask, ref, detail, 'warnings'),
        metadata: detail?.metadata ?? null,
      }),
    )
  out(table([job]))
  const reason = jobs[0]?.job?.errorMessage ?? null
  if (reason !== null) out(`reason   ${printable(reason, 1_000)}`)
  if (detail === null) return
  for (const issue of detail.errors) out(`error    ${issueLine(issue)}`)
  if (detail.errorCount > detail.errors.length) out(more(detail.errorCount - detail.errors.length, 'error'))
  for (const issue of detail.warnings) out(`warning  ${issueLine(issue)}`)
  if (detail.warningCount > detail.warnings.length) out(more(detail.warningCount - detail.warnings.length, 'warning'))
}

const more = (left: number, one: string): string => `${counted(left, `older ${one}`)}: see --json.`

const issueLine = ({ entityType, entityKey, message }: JobIssue): string =>
  `${printable(entityType)} ${printable(entityKey)}: ${printable(message, 1_000)}`

/** Forgets a connection with its key and its jobs. */
export async function forget(ask: Ask, out: Out, name: string): Promise<void> {
  const connection = connectionNamed(await ask('state:read'), name)
  const keyStays = await ask('connections:remove', connection.id)
  if (keyStays !== null) throw new CommandError(`Forgot ${printable(connection.name)} and its jobs. ${keyStays}`, 1)
  out(`Forgot ${printable(connection.name)}, its key and its jobs.`)
}
