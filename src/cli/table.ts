import type { ListedJob } from '../shared/listed-job'
import { count, percentText } from '../shared/numbers'
import { jobTypeName, stateName } from '../shared/wording'
import { printable } from './printable'

function state(job: ListedJob): string {
  const { phase, outcome, status, gone, notFound } = job
  if (status === null) return gone ? 'Gone' : notFound ? 'Not found' : 'Not seen yet'
  const name = stateName({ phase, outcome, status })
  if (job.notReached > 0) return `${name}, ${count(job.notReached)} not reached`
  return gone && phase !== 'ended' ? `Gone, was ${name.charAt(0).toLowerCase()}${name.slice(1)}` : name
}

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

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u
const laidOver = /\p{M}/u
const plain = /^[\x20-\x7e]*$/

/** Columns of the terminal that a sign takes, near enough for a table. */
const columnsOf = (sign: string): number => (laidOver.test(sign) ? 0 : wide.test(sign) ? 2 : 1)

const widthOf = (text: string): number =>
  plain.test(text) ? text.length : [...text].reduce((sum, sign) => sum + columnsOf(sign), 0)

/** As much of a text as fits so many columns; what was cut off is marked. A line that breaks cannot be written over. */
export function cut(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  let width = 1
  const signs = [...text]
  const end = signs.findIndex(sign => {
    width += columnsOf(sign)
    return width > columns
  })
  return `${signs.slice(0, end).join('')}…`
}

/** Printable cells, each column as wide as its widest. */
export function aligned(all: readonly (readonly string[])[]): string {
  const widths = all[0]?.map((_, column) => Math.max(...all.map(row => widthOf(row[column] ?? '')))) ?? []
  const padded = (cell: string, column: number) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)))
  return all.map(row => row.map(padded).join('  ').trimEnd()).join('\n')
}
