import { assertNever, type Fault } from './fault'
import { notReached } from './items-left'
import { type Job, type Outcome, uncountedErrors } from './job'
import { count, counted, percentText } from './numbers'

const acronyms = new Map([
  ['csv', 'CSV'],
  ['json', 'JSON'],
  ['api', 'API'],
  ['sku', 'SKU'],
])

/** `csv_import` to `CSV import`. A job type is free text (api-notes section 2). */
export function jobTypeName(jobType: string | null): string {
  const words = (jobType ?? '').split(/[\s_-]+/).filter(word => word !== '')
  const text = words.map(word => acronyms.get(word.toLowerCase()) ?? word.toLowerCase()).join(' ')
  return text === '' ? 'Job' : text.charAt(0).toUpperCase() + text.slice(1)
}

/** The same within a sentence: `enrichment`, `CSV import`. */
export function typeInLine(jobType: string | null): string {
  const name = jobTypeName(jobType)
  const [first = ''] = name.split(' ')
  return [...acronyms.values()].includes(first) ? name : name.charAt(0).toLowerCase() + name.slice(1)
}

/** What became of it, as the verb after the job's type. */
export function outcomeVerb(outcome: Outcome, status: string): string {
  switch (outcome) {
    case 'succeeded':
      return 'finished'
    case 'warned':
      return 'finished with warnings'
    case 'partial':
      return 'partly finished'
    case 'failed':
      return 'failed'
    case 'cancelled':
      return 'was cancelled'
    case 'unknown':
      return status === '' ? 'ended' : `ended as “${status}”`
    default:
      return assertNever(outcome)
  }
}

export const outcomeNames: Readonly<Record<Exclude<Outcome, 'unknown'>, string>> = {
  succeeded: 'Finished',
  warned: 'Finished with warnings',
  partial: 'Partly finished',
  failed: 'Failed',
  cancelled: 'Cancelled',
}

/** The state in a word or two; an unknown word of the server's is shown as it is (api-notes E2). */
export function stateName(job: Pick<Job, 'phase' | 'outcome' | 'status'>): string {
  if (job.outcome === 'unknown') return job.status === '' ? 'Ended' : `Ended: ${job.status}`
  if (job.outcome !== null) return outcomeNames[job.outcome]
  switch (job.phase) {
    case 'queued':
      return 'Queued'
    case 'running':
      return 'Running'
    case 'ended':
      return 'Ended'
    case 'unknown':
      return job.status === '' ? 'Unknown' : `“${job.status}”`
    default:
      return assertNever(job.phase)
  }
}

/** `1,204 of 1,204 items, 3 warnings`. Failed and warned are named only when there are some. Empty when nothing is known. */
export function countsSentence(job: Pick<Job, 'total' | 'processed' | 'failed' | 'warned' | 'gridItemsCount'>): string {
  const parts: string[] = []
  if (job.processed !== null && job.total !== null)
    parts.push(`${count(job.processed)} of ${counted(job.total, 'item')}`)
  else if (job.processed !== null) parts.push(counted(job.processed, 'item'))
  else if (job.gridItemsCount !== null) parts.push(counted(job.gridItemsCount, 'item'))
  if (job.failed !== null && job.failed > 0) parts.push(`${count(job.failed)} failed`)
  if (job.warned !== null && job.warned > 0) parts.push(counted(job.warned, 'warning'))
  return parts.join(', ')
}

/**
 * The counts of a job that has ended: where nothing came of it at all, items were left, or errors stand that count nothing,
 * that is said.
 */
export function endedCountsSentence(
  job: Parameters<typeof countsSentence>[0] & Pick<Job, 'phase' | 'errorsListed'>,
): string {
  const errors = uncountedErrors(job)
  const nothing = job.processed === 0 && (job.failed ?? 0) <= 0
  const left = nothing ? 0 : notReached(job)
  const counts = [
    countsSentence(job),
    left > 0 ? `${count(left)} not reached` : '',
    errors > 0 ? `${counted(errors, 'error')} listed` : '',
  ]
    .filter(part => part !== '')
    .join(', ')
  if (!nothing) return counts
  const isCounted = job.total !== null && job.total > 0
  return isCounted ? `Nothing was processed: ${counts}` : counts.replace(/^0 (of 0 )?items/, 'No items were processed')
}

/** Within a line our own words are lower case; a word of the server's stays as it is (api-notes E2). */
function stateInLine(job: Pick<Job, 'phase' | 'outcome' | 'status'>): string {
  const name = stateName(job)
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** A progress that is no percentage is shown as it was sent (api-notes E17). */
function howFar({ percent, progressSent }: Pick<Job, 'percent' | 'progressSent'>): string {
  if (percent.value !== null) return percentText(percent.value)
  return typeof progressSent !== 'number' ? 'running' : `progress ${count(progressSent)}`
}

/** One line for a menu: `Crawl · 62 % · 3 failed`; of one that has ended also how many items it never came to. */
export function glanceLine(job: Job): string {
  const parts = [jobTypeName(job.jobType)]
  if (job.phase === 'running') parts.push(howFar(job))
  else parts.push(stateInLine(job))
  if (job.failed !== null && job.failed > 0) parts.push(`${count(job.failed)} failed`)
  const left = notReached(job)
  if (left > 0) parts.push(`${counted(left, 'item')} not reached`)
  return parts.join(' · ')
}

const unreachableSentences: Readonly<Record<Extract<Fault, { kind: 'unreachable' }>['cause'], string>> = {
  name: 'The host name was not found. Check the address and your network.',
  connect: 'The server does not accept connections. Check the address, or wait until it is back.',
  tls: 'The secure connection could not be made.',
  timeout: 'The server did not answer in time.',
  cut: 'The connection broke before the answer was complete.',
  proxy: 'The proxy did not let the request through. Check the proxy settings.',
}

/** No countdown: it is still read when some of the pause is over. */
const pauseText = (ms: number): string =>
  ms <= 120_000 ? counted(Math.ceil(ms / 1_000), 'second') : counted(Math.ceil(ms / 60_000), 'minute')

/** What is wrong, and what a person can do about it. One or two sentences. `organization`: of the connection; null: it names none. */
export function faultSentence(fault: Fault, organization?: string | null): string {
  switch (fault.kind) {
    case 'unauthorized':
      return 'The key was refused. Enter a valid key for this connection.'
    case 'forbidden':
      return fault.permission === null
        ? 'The key is not allowed to do this. Ask for the permission, or use another key.'
        : `The key lacks the permission ${fault.permission}. Ask for it, or use another key.`
    case 'not-found':
      return organization === null
        ? 'Not found. Check the id and the key.'
        : 'Not found, or not in this organization. Check the id, the key and the organization.'
    case 'conflict':
      return 'The job has changed meanwhile. Look at its present state, then try again.'
    case 'rejected': {
      const first = fault.complaints[0]
      // Status 0: it was refused on this side, by a sentence of ours, and no server was asked.
      if (fault.status === 0 && first !== undefined) return `Not sent: ${first.message}`
      const said = first ? `${first.at === '' ? '' : `${first.at}: `}${first.message}` : fault.said
      return said === null || said === ''
        ? `The server refused the request (${fault.status}).`
        : `The server refused the request: ${said}`
    }
    case 'rate-limited':
      return fault.retryAfterMs === null
        ? 'Too many requests. Looking again more slowly.'
        : `Too many requests. The server asked for a pause of ${pauseText(fault.retryAfterMs)}.`
    case 'server':
      return `The server has trouble (${fault.status}). Looking again by itself.`
    case 'moved':
      return `The address answers with a redirect${fault.toOrigin === null ? '' : ` to ${fault.toOrigin}`}. It was not followed; correct the address.`
    case 'unreachable':
      return `${unreachableSentences[fault.cause]}${fault.reason === '' ? '' : ` (${fault.reason})`}`
    case 'not-the-api':
      return 'This is not the jobs API: it answered with something other than JSON. Check the address, or sign in to the network.'
    case 'garbled':
      return `The answer could not be read: ${fault.what}.`
    case 'too-large':
      return `The answer is larger than ${counted(Math.round(fault.limitBytes / 1_048_576), 'megabyte')}; it was not read.`
    case 'no-key':
      return fault.why === 'none'
        ? 'This connection has no key. Enter one.'
        : fault.why === 'locked'
          ? 'The keychain is locked, or new and without this key. Unlock it and retry, or enter the key again.'
          : 'There is no keychain to read the key from. Start one, or enter the key for this session.'
    default:
      return assertNever(fault)
  }
}
