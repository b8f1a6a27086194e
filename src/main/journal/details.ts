import { z } from 'zod'
import { type JobDetail, type JobIssue, type JobRef, type Page, type ReferenceKey, shownAtOnce } from '../../shared/job'
import type { DetailParts } from '../apis/jobs-api'
import type { Db } from './db'
import { type List, lists, pageTable } from './pages'

// Written by this app alone and guarded by the schema version, so the outline is checked, not each field.
const record = z.record(z.string(), z.unknown()).nullable()
const keptSchema = z.object({
  errorCount: z.number(),
  warningCount: z.number(),
  referenceKeyCount: z.number(),
  metadata: record,
  errorDetails: record,
})
type Kept = Readonly<z.infer<typeof keptSchema>>
const row = z.object({ detail: z.string().nullable() })
const issueOutline = z.object({ entityKey: z.string() })
const issue = z.custom<JobIssue>(value => issueOutline.safeParse(value).success)
const keyOutline = z.object({ key: z.string() })
const referenceKey = z.custom<ReferenceKey>(value => keyOutline.safeParse(value).success)

const nothing: Kept = { errorCount: 0, warningCount: 0, referenceKeyCount: 0, metadata: null, errorDetails: null }
const countOf = { errors: 'errorCount', warnings: 'warningCount', referenceKeys: 'referenceKeyCount' } as const

/** The large parts of jobs: the lists by the page, the rest beside the job. */
export function detailTable(db: Db) {
  const pages = pageTable(db)
  const select = db.prepare('SELECT detail FROM jobs WHERE connection_id = ? AND job_id = ?')
  const update = db.prepare('UPDATE jobs SET detail = ? WHERE connection_id = ? AND job_id = ?')

  const textOf = ({ connectionId, jobId }: JobRef): string | null => {
    const found = select.get(connectionId, jobId)
    return found === undefined ? null : row.parse(found).detail
  }
  const keptOf = (text: string | null): Kept => (text === null ? nothing : keptSchema.parse(JSON.parse(text)))

  /** Newest first: what is kept oldest first is read from its end. */
  const issues = (ref: JobRef, list: 'errors' | 'warnings', total: number, offset: number, limit: number) =>
    z.array(issue).parse(pages.read(ref, list, Math.max(0, total - offset - limit), total - offset).toReversed())
  const keys = (ref: JobRef, offset: number, limit: number) =>
    z.array(referenceKey).parse(pages.read(ref, 'referenceKeys', offset, offset + limit))

  return {
    /** Null before a detail was read. */
    read(ref: JobRef): JobDetail | null {
      const text = textOf(ref)
      if (text === null) return null
      const { errorCount, warningCount, referenceKeyCount, metadata, errorDetails } = keptOf(text)
      return {
        errors: issues(ref, 'errors', errorCount, 0, shownAtOnce),
        errorCount,
        warnings: issues(ref, 'warnings', warningCount, 0, shownAtOnce),
        warningCount,
        metadata,
        errorDetails,
        referenceKeys: { count: referenceKeyCount, sample: keys(ref, 0, shownAtOnce) },
      }
    },
    issuePage(ref: JobRef, list: 'errors' | 'warnings', offset: number, limit: number): Page<JobIssue> {
      const total = keptOf(textOf(ref))[countOf[list]]
      return { total, entries: issues(ref, list, total, offset, limit) }
    },
    referenceKeyPage(ref: JobRef, offset: number, limit: number): Page<ReferenceKey> {
      return { total: keptOf(textOf(ref)).referenceKeyCount, entries: keys(ref, offset, limit) }
    },
    /** Lays the parts an answer carried over those kept before: absent is not cleared (architecture rule 4). What is the same is not written again. */
    lay(ref: JobRef, parts: DetailParts): void {
      const text = textOf(ref)
      const before = keptOf(text)
      const write = (list: List): number => {
        const entries = parts[list]
        if (entries === undefined) return before[countOf[list]]
        pages.write(ref, list, entries)
        return entries.length
      }
      const after = JSON.stringify({
        errorCount: write('errors'),
        warningCount: write('warnings'),
        referenceKeyCount: write('referenceKeys'),
        metadata: parts.metadata === undefined ? before.metadata : parts.metadata,
        errorDetails: parts.errorDetails === undefined ? before.errorDetails : parts.errorDetails,
      } satisfies Kept)
      if (after !== text) update.run(after, ref.connectionId, ref.jobId)
    },
    /** For a job of which nothing is known: what was kept under its id is another's (api-notes E44). */
    drop(ref: JobRef): void {
      if (textOf(ref) === null) return
      for (const list of lists) pages.write(ref, list, [])
      update.run(null, ref.connectionId, ref.jobId)
    },
  }
}

export type DetailTable = ReturnType<typeof detailTable>
