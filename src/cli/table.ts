import type { ListedJob } from '../shared/listed-job'
import { count, percentText } from '../shared/numbers'
import { jobTypeName, stateName } from '../shared/wording'
import { printable } from './printable'

const state = (job: ListedJob): string =>
  job.status === null ? 'Not seen yet' : stateName({ phase: job.phase, outcome: job.outcome, status: job.status })

const items = ({ processed, total }: ListedJob): string =>
  processed === null ? '' : total === null ? count(processed) : `${count(processed)}/${count(total)}`

/** A pause is why nothing new is seen; what was wrong before may be over, or not. */
const trouble = ({ phase, paused, fault }: ListedJob): string =>
  [...(paused && phase !== 'ended' ? ['Paused.'] : []), ...(fault === null ? [] : [fault.message])].join(' ')

/** The watch list for a terminal: one line a job, columns as wide as they need to be. */
export function table(jobs: readonly ListedJob[]): string {
  const rows = jobs.map(job => [
    job.connection,
    job.jobId,
    job.jobType === null ? '' : jobTypeName(job.jobType),
    state(job),
    job.percent === null ? '' : percentText(job.percent),
    items(job),
    job.failed === null || job.failed === 0 ? '' : count(job.failed),
    job.warned === null || job.warned === 0 ? '' : count(job.warned),
    trouble(job),
  ])
  const all = [['CONNECTION', 'JOB', 'TYPE', 'STATE', 'DONE', 'ITEMS', 'FAILED', 'WARNINGS', 'TROUBLE'], ...rows].map(
    row => row.map(cell => printable(cell)),
  )
  return aligned(all)
}

/** Printable cells, each column as wide as its widest. */
export function aligned(all: readonly (readonly string[])[]): string {
  const widths = all[0]?.map((_, column) => Math.max(...all.map(row => row[column]?.length ?? 0))) ?? []
  return all
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
