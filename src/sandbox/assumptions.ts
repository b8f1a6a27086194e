/**
 * What the vendors' pages leave open, decided here and nowhere else.
 * `assumptions` says it in words: the README, `GET /assumptions` on the control port and people read that list.
 */

export const INITIAL_STATUS = 'pending'
export const RETAIL_STATUS = { queued: 'pending', running: 'running', done: 'completed', failed: 'failed' } as const
export const CREATED = 201
export const WRONG_ORGANIZATION = 403
export const MAX_REQUEST_BYTES = 4 * 1024 * 1024
export const MAX_REQUEST_DEPTH = 200
export const MAX_LISTED = 10_000
export const MAX_JOBS = 5_000
export const RETAIN_MS = 60 * 60_000
export const RETAIN_REAL_MS = 10 * 60_000
export const SWEEP_MS = 60_000

type Counts = { readonly total_items: number; readonly processed_items: number; readonly failed_items: number }

const percent = (part: number, whole: number) =>
  whole <= 0 ? 0 : Math.min(100, Math.max(0, Math.round((part / whole) * 10_000) / 100))

/** 0-100. Failed items are done with too; an empty job is at 0 until it has ended. */
export function progressPercentage(counts: Counts, ended: boolean): number {
  if (counts.total_items === 0) return ended ? 100 : 0
  return percent(counts.processed_items + counts.failed_items, counts.total_items)
}

/** 0-100, of the items tried so far; 0 when none was. */
export function successRate(counts: Counts): number {
  return percent(counts.processed_items, counts.processed_items + counts.failed_items)
}

/** The three endings that mark_completed chooses from. */
export function derivedEnding(counts: { readonly failed_items: number; readonly warned_items: number }): string {
  if (counts.failed_items > 0) return 'partial_success'
  return counts.warned_items > 0 ? 'completed_with_warnings' : 'completed'
}

/** An entry about the job itself counts no item. */
export const countsAnItem = (entityType: string): boolean => entityType !== 'job'

export const assumptions: readonly string[] = [
  'A new MerchantOps job is `pending`; creating one answers 201. Its id is the type, a dash and 12 hex digits.',
  'Statuses are lower case: `in_progress`, `completed`, `completed_with_warnings`, `partial_success`, `failed`. Retailgrid says `pending`, `running`, `completed`, `failed`.',
  'Keys come in `authorization`, with or without `Bearer`; Retailgrid takes `X-API-Key` too. A header is asked before the cookie. The session cookie may read and create.',
  'An `X-Organization-ID` that is not the caller’s is refused with 403; a blank one counts as absent.',
  'The order of refusals: 401, then 403, then 422, then 404.',
  'Types are taken strictly: "5" and 5.5 are no integers, "true" is no boolean, null is refused where the pages do not allow it. Unknown fields are ignored. Whole numbers end at 2^53 - 1.',
  'In one progress call: mark_started first, then counts, then metadata_patch, then stage and message (these two win over the patch), then error and warning, then the ending. mark_failed wins over mark_completed; an empty mark_failed is no mark.',
  'mark_started on a running job changes nothing; on an ended one it reopens it: a new started_at, no completed_at, no error_message. Errors, warnings and counts stay.',
  'mark_completed and mark_failed on an ended job end it again, with a new completed_at.',
  'metadata_patch replaces whole values under its keys; null is kept as null and deletes nothing.',
  'An error about an entity (entity_type other than `job`) raises failed_items once per entity, a warning likewise warned_items. Errors about the job count nothing and do not change the derived ending.',
  'progress_percentage is (processed + failed) of total, cut to 0-100; with a total of 0 it is 0 until the end and 100 after it. success_rate is processed of (processed + failed), 0 before the first item. Both have two decimals.',
  'duration_seconds runs from started_at, or from created_at when the job was never started, to completed_at.',
  'MerchantOps timestamps carry microseconds and +00:00 (a story gives them without a zone); Retailgrid’s end in Z.',
  'A request body may have 4 MiB and 200 levels; more gives 413 and 422. Each list of errors or warnings keeps its newest 10,000.',
  'The loc of malformed JSON is ["body", position]: where the parser says it breaks, else the end of the text.',
  'A wrong content type is a body of the wrong type (422), a missing one is read as JSON.',
  'An ended job is forgotten an hour of the sandbox’s time after its end, and not before ten real minutes. 5,000 jobs a vendor are kept.',
  'A job that somebody writes to is let go by its story: it stays as written.',
]
