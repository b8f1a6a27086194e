import type { Job, JobIssue } from './job'
import type { OpenRecord } from './progress'

/** The few things of a job that tell whether a post arrived, and what it changed. */
export type Glimpse = Pick<
  Job,
  | 'status'
  | 'phase'
  | 'outcome'
  | 'stage'
  | 'lastMessage'
  | 'total'
  | 'processed'
  | 'failed'
  | 'warned'
  | 'errorMessage'
  | 'errorsListed'
  | 'warningsListed'
  | 'startedAt'
  | 'completedAt'
> & {
  /** 0-100. */
  readonly percent: number | null
  readonly lastError: JobIssue | null
  readonly lastWarning: JobIssue | null
  /** How many listed entries are equal to the one that this post adds; null when it adds none or no list was seen. */
  readonly equalErrors: number | null
  readonly equalWarnings: number | null
  /** The present values under the keys that this post patches; null when it patches none or no metadata was seen. */
  readonly patched: OpenRecord | null
  /** When the server said so, ISO. */
  readonly at: string
}

export type Verdict = 'arrived' | 'not-arrived' | 'cannot-tell'

/** One thing that was compared: what it was before, what the post would make of it, what it is now; texts to be shown. */
export type Evidence = {
  /** The vendor's name of the field, as in the body. */
  readonly field: string
  readonly before: string
  readonly wanted: string
  readonly now: string
  /** `nothing`: equal before and after, or changed to something else meanwhile. */
  readonly says: 'arrived' | 'not-arrived' | 'nothing'
}

/** What a fresh look at the job says about a post nobody answered. */
export type Comparison = {
  readonly verdict: Verdict
  readonly evidence: readonly Evidence[]
  /** Why nothing can be told although there was a look; null when the evidence speaks for itself. */
  readonly why: 'no-id' | 'no-look' | 'nothing-before' | 'too-early' | 'contradiction' | 'looks-alike' | null
  /** From when on another look can say more (too-early), ISO. */
  readonly againAt: string | null
  /** The job as it was found. */
  readonly now: Glimpse | null
  readonly at: string
}
