import type { ConnectionId } from './connection'

/** Names one job. The same id may exist under two connections (api-notes E36), so both parts are needed. */
export type JobRef = { readonly connectionId: ConnectionId; readonly jobId: string }

export const phases = ['queued', 'running', 'ended', 'unknown'] as const
export type Phase = (typeof phases)[number]

/** Best to worst; `unknown` is an ending whose status word we do not know (api-notes E2). */
export const outcomes = ['succeeded', 'cancelled', 'unknown', 'warned', 'partial', 'failed'] as const
export type Outcome = (typeof outcomes)[number]

export type Percent = {
  /** 0-100, or null when nobody can say. */
  readonly value: number | null
  /** `estimated`: from the counts, because the server sent none (api-notes E7). */
  readonly source: 'server' | 'estimated' | 'none'
}

/** As the server reported them: they may exceed the total or shrink (api-notes E6, E12). Null: never reported. */
export type Counts = {
  readonly total: number | null
  readonly processed: number | null
  readonly failed: number | null
  readonly warned: number | null
}

/** Times as the server sent them; readable ones carry a zone (naive ones are UTC, api-notes E15). */
export type Times = {
  readonly createdAt: string | null
  readonly startedAt: string | null
  readonly completedAt: string | null
  readonly durationSeconds: number | null
}

/** Another job that this one names in its metadata or fields (api-notes E37). */
export type JobLink = { readonly via: string; readonly jobId: string }

/** What is known of one job: the last good value of every field that any answer carried. */
export type Job = Counts &
  Times & {
    readonly jobType: string | null
    /** The server's own word, untouched. */
    readonly status: string
    readonly phase: Phase
    /** Set when the job has ended: the worse of what the status and the counts say (api-notes E9). */
    readonly outcome: Outcome | null
    readonly percent: Percent
    /** 0-100, as the server computes it. */
    readonly successRate: number | null
    readonly stage: string | null
    readonly lastMessage: string | null
    /** The one-sentence reason: mark_failed writes here although the field is called deprecated (api-notes E11). */
    readonly errorMessage: string | null
    /** How many entries the server listed, which need not equal `failed` (api-notes E10). */
    readonly errorsListed: number
    readonly warningsListed: number
    readonly triggeredBy: string | null
    readonly links: readonly JobLink[]
    readonly gridId: string | null
    readonly gridItemsCount: number | null
    /** What Retailgrid sent as progress when it cannot be a percentage: shown as it is, without a sign (api-notes E17). */
    readonly progressSent: number | null
    /** Grows by one each time an ended job runs again (api-notes E13). */
    readonly epoch: number
  }

/** One entry of errors[] or warnings[]. */
export type JobIssue = {
  readonly entityKey: string
  readonly entityType: string
  readonly errorType: string
  readonly message: string
  readonly step: string | null
  readonly timestamp: string | null
  readonly details: Readonly<Record<string, unknown>> | null
}

/** The large parts of a job, read on request and trimmed in main; the rest of each list is to be had by the page. */
export type JobDetail = {
  /** The newest `shownAtOnce`, newest first. */
  readonly errors: readonly JobIssue[]
  /** How many there are to page through, which is at most what the server listed. */
  readonly errorCount: number
  readonly warnings: readonly JobIssue[]
  readonly warningCount: number
  readonly metadata: Readonly<Record<string, unknown>> | null
  readonly errorDetails: Readonly<Record<string, unknown>> | null
  /** The sample holds the first `shownAtOnce`, in the server's order. */
  readonly referenceKeys: { readonly count: number; readonly sample: readonly ReferenceKey[] }
}

/** Entries of each list that come with a detail. */
export const shownAtOnce = 100
/** Entries of one page, at most. */
export const mostOnAPage = 500

/** A stretch of a long list: issues newest first, reference keys in the server's order. */
export type Page<Entry> = { readonly total: number; readonly entries: readonly Entry[] }

export type ReferenceKey = { readonly entityType: string; readonly key: string }

export const refKey = (ref: JobRef): string => `${ref.connectionId}/${ref.jobId}`

export const sameRef = (a: JobRef, b: JobRef): boolean => a.connectionId === b.connectionId && a.jobId === b.jobId

export const isActive = (job: Pick<Job, 'phase'>): boolean => job.phase !== 'ended'

/** Errors that stand on it although no item counts as failed: those about the job itself count none (api-notes E10). */
export const uncountedErrors = ({ errorsListed, failed }: Pick<Job, 'errorsListed' | 'failed'>): number =>
  failed === null || failed === 0 ? errorsListed : 0

export const worse = (a: Outcome, b: Outcome): Outcome => (outcomes.indexOf(a) >= outcomes.indexOf(b) ? a : b)

/** The last part of an id that still tells two jobs apart in a narrow place: `enrichment-5f2c81d0` gives `5f2c81d0`. */
export function shortId(jobId: string): string {
  const tail = jobId.split('-').at(-1) ?? jobId
  const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(jobId)
  const short = isUuid ? jobId.slice(0, 8) : tail.length >= 4 ? tail : jobId
  const signs = [...short]
  return signs.length > 12 ? `…${signs.slice(-8).join('')}` : short
}
