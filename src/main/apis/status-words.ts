import type { Outcome, Phase } from '../../shared/job'

export type StatusReading = { readonly phase: Phase; readonly outcome: Outcome | null }

const queued: StatusReading = { phase: 'queued', outcome: null }
const running: StatusReading = { phase: 'running', outcome: null }
const ended = (outcome: Outcome): StatusReading => ({ phase: 'ended', outcome })
const unknownStatus: StatusReading = { phase: 'unknown', outcome: null }

/**
 * Neither vendor lists its status words (api-notes section 1). in_progress, completed, completed_with_warnings and
 * partial_success are named in the page about progress; "failed" in its prose. The rest are the usual synonyms.
 */
const readings: readonly (readonly [StatusReading, string])[] = [
  [
    queued,
    'queued pending created new waiting scheduled submitted accepted received enqueued initialized not_started ready',
  ],
  [
    running,
    'in_progress running started processing active working executing ongoing resumed retrying cancelling canceling stopping finishing finalizing',
  ],
  [ended('succeeded'), 'completed complete succeeded success successful done finished completed_successfully ok'],
  [
    ended('warned'),
    'completed_with_warnings completed_with_warning succeeded_with_warnings success_with_warnings finished_with_warnings done_with_warnings warned warning',
  ],
  [
    ended('partial'),
    'partial_success partially_succeeded partially_successful partially_completed partial_completion partial partially_failed partial_failure completed_with_errors completed_with_failures finished_with_errors',
  ],
  [ended('failed'), 'failed failure error errored crashed timed_out timeout dead rejected killed'],
  [ended('cancelled'), 'cancelled canceled aborted revoked stopped terminated'],
]

/** `JobStatus.IN_PROGRESS`, `In Progress`, `in-progress` and `inProgress` are one word (api-notes E1). */
const fold = (word: string): string =>
  word
    .slice(word.lastIndexOf('.') + 1)
    .toLowerCase()
    .replace(/[\s_-]+/g, '')

const table: ReadonlyMap<string, StatusReading> = new Map(
  readings.flatMap(([reading, words]) => words.split(' ').map(word => [fold(word), reading] as const)),
)

/** What a status word alone says. A word nobody knows is `unknown`, and never a failure to read (api-notes E2, E3). */
export const readStatusWord = (word: string): StatusReading => table.get(fold(word)) ?? unknownStatus

/** The same with the time of the end beside it: an unknown word with such a time has ended, in a way we cannot name. */
export function readStatus(word: string, completedAt: string | null | undefined): StatusReading {
  const reading = readStatusWord(word)
  return reading.phase === 'unknown' && typeof completedAt === 'string' ? ended('unknown') : reading
}
