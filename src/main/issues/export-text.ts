import type { ExportForm } from '../../shared/issues'
import type { JobIssue } from '../../shared/job'

const columns = [
  'connection',
  'job_id',
  'entity_key',
  'entity_type',
  'error_type',
  'step',
  'message',
  'timestamp',
  'details',
] as const

/** Whose entries they are, so that files of several jobs can be laid together. `connection`: its name. */
export type Source = { readonly connection: string; readonly jobId: string }

/** In UTC; as the server wrote it where it is no time. */
export function utcOf(timestamp: string | null): string | null {
  const ms = timestamp === null ? Number.NaN : Date.parse(timestamp)
  return Number.isNaN(ms) ? timestamp : new Date(ms).toISOString()
}

/** By the vendor's names. */
const fieldsOf = ({ connection, jobId }: Source, issue: JobIssue) => ({
  connection,
  job_id: jobId,
  entity_key: issue.entityKey,
  entity_type: issue.entityType,
  error_type: issue.errorType,
  step: issue.step,
  message: issue.message,
  timestamp: utcOf(issue.timestamp),
  details: issue.details,
})

/** A sheet would run what begins like a formula: an apostrophe makes it text (OWASP, CSV injection). */
const harmless = (text: string): string => (/^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(text) ? `'${text}` : text)

/** RFC 4180. */
export function cell(value: unknown): string {
  if (value === null) return ''
  const text = harmless(typeof value === 'string' ? value : JSON.stringify(value))
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** What stands before the entries. The mark lets sheets read the file as UTF-8. */
export const headOf = (form: ExportForm): string => (form === 'csv' ? `\ufeff${columns.join(',')}\r\n` : '')

/** One entry's line; `known` holds the keys written so far, which are written once. Empty: nothing to write. */
export function lineOf(form: ExportForm, source: Source, issue: JobIssue, known: Set<string>): string {
  switch (form) {
    case 'csv': {
      const fields = fieldsOf(source, issue)
      return `${columns.map(name => cell(fields[name])).join(',')}\r\n`
    }
    case 'jsonl':
      return `${JSON.stringify(fieldsOf(source, issue))}\n`
    case 'keys':
    case 'copy': {
      if (issue.entityKey === '' || known.has(issue.entityKey)) return ''
      known.add(issue.entityKey)
      return `${issue.entityKey.replace(/[\r\n\u2028\u2029]+/g, ' ')}\n`
    }
  }
}

const endings: Readonly<Record<Exclude<ExportForm, 'copy'>, string>> = { csv: 'csv', jsonl: 'jsonl', keys: 'txt' }

/** `enrichment-5f2c81d0-errors.csv`: nothing of the server's that a file system could take for a path. */
export const fileNameOf = (jobId: string, list: string, form: Exclude<ExportForm, 'copy'>): string =>
  `${
    jobId
      .replace(/[^\w.-]+/g, '-')
      .replace(/^[.-]+/, '')
      .slice(0, 80) || 'job'
  }-${form === 'keys' ? `${list}-keys` : list}.${endings[form]}`
