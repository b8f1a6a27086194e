import { type JobIssue, refKey, sameRef } from '../shared/job'
import { checkJobId } from '../shared/job-id'
import { listJobs } from '../shared/listed-job'
import { counted } from '../shared/numbers'
import { allIssues } from './all-issues'
import { type Ask, CommandError } from './ask'
import { connectionNamed, type Out } from './commands'
import { isHardlyLookedAt, lookOnce, type Time } from './look-once'
import { notWatched } from './meant'
import { json, printable } from './printable'
import { table } from './table'

export type ShowOptions = Time & { readonly asJson: boolean }

export async function show(ask: Ask, out: Out, name: string, id: string, options: ShowOptions): Promise<void> {
  const { asJson } = options
  const found = await ask('state:read')
  const connection = connectionNamed(found, name)
  const checked = checkJobId(connection.vendor, id)
  const jobId = checked.ok ? checked.jobId : id
  const ref = { connectionId: connection.id, jobId }
  const known = found.jobs.filter(watched => sameRef(watched.ref, ref))
  const doubt = (await lookOnce(ask, known.filter(isHardlyLookedAt), options)).get(refKey(ref))
  const snapshot = known.some(isHardlyLookedAt) ? await ask('state:read') : found
  const jobs = snapshot.jobs.filter(watched => sameRef(watched.ref, ref))
  const [job] = listJobs(snapshot, jobs)
  if (job === undefined) throw new CommandError(notWatched(snapshot.jobs, connection.id, id), 1)
  const detail = await ask('jobs:read-detail', ref)
  if (asJson)
    return out(
      json({
        ...job,
        unconfirmed: doubt ?? null,
        errorMessage: jobs[0]?.job?.errorMessage ?? null,
        errors: detail === null ? [] : await allIssues(ask, ref, detail, 'errors'),
        warnings: detail === null ? [] : await allIssues(ask, ref, detail, 'warnings'),
        metadata: detail?.metadata ?? null,
      }),
    )
  out(table([job]))
  if (doubt !== undefined) out(`seen     ${printable(doubt, 500)}`)
  const reason = jobs[0]?.job?.errorMessage ?? null
  if (reason !== null) out(`reason   ${printable(reason, 1_000)}`)
  if (detail === null) return
  for (const issue of detail.errors) out(`error    ${issueLine(issue)}`)
  if (detail.errorCount > detail.errors.length) out(more(detail.errorCount - detail.errors.length, 'error'))
  for (const issue of detail.warnings) out(`warning  ${issueLine(issue)}`)
  if (detail.warningCount > detail.warnings.length) out(more(detail.warningCount - detail.warnings.length, 'warning'))
}

const more = (left: number, one: string): string => `${counted(left, `older ${one}`)}: see --json.`

/** Which item, its error type and step where the API says them, and what went wrong: as the window shows an entry. */
function issueLine({ entityType, entityKey, errorType, step, message }: JobIssue): string {
  const kind = [errorType, step].flatMap(word => (word === null || word.trim() === '' ? [] : [printable(word)]))
  return `${[`${printable(entityType)} ${printable(entityKey)}`, ...kind].join(' · ')}: ${printable(message, 1_000)}`
}
