import type { PostId } from '../../../shared/outbox'
import type { IssueInput, ProgressInput, Transition } from '../../../shared/progress'

/** What a person pressed and what has not been posted yet. */
export type Pending = {
  readonly start: boolean
  /** Absolute, as it is to be after the next post. */
  readonly processed: number | null
  readonly stage: string | null
  readonly errors: readonly IssueInput[]
  readonly complete: boolean
  /** Why the job failed; null: it did not. Pressed instead of `complete`, never with it. */
  readonly failure: string | null
}

export const nothingPending: Pending = {
  start: false,
  processed: null,
  stage: null,
  errors: [],
  complete: false,
  failure: null,
}

/** Whether so many more stay within the total; where none is known, anything does. */
export const hasRoom = (step: number, processed: number | null, total: number | null): boolean =>
  total === null || total === 0 || (processed ?? 0) + step <= total

/** One post takes all but further errors: a post carries one. */
export const postsNeeded = (pending: Pending): number => (isNothing(pending) ? 0 : Math.max(1, pending.errors.length))

export const isNothing = ({ start, processed, stage, errors, complete, failure }: Pending): boolean =>
  !start && processed === null && stage === null && errors.length === 0 && !complete && failure === null

const endOf = ({ complete, failure }: Pending): Transition | null =>
  failure !== null ? { kind: 'fail', message: failure } : complete ? { kind: 'complete' } : null

type Taken = { readonly input: ProgressInput; readonly rest: Pending }

/** The next post and what is left after it; null when there is nothing. The ending goes with the last one. */
export function takeNext(pending: Pending): Taken | null {
  if (isNothing(pending)) return null
  const [error, ...errors] = pending.errors
  const end = errors.length === 0 ? endOf(pending) : null
  const starts = pending.start && end === null
  const input: ProgressInput = {
    ...(end !== null ? { transition: end } : starts ? { transition: { kind: 'start' } } : {}),
    ...(pending.processed === null ? {} : { processedItems: pending.processed }),
    ...(pending.stage === null ? {} : { stage: pending.stage }),
    ...(error === undefined ? {} : { error }),
  }
  const { complete, failure } = end === null ? pending : nothingPending
  return { input, rest: { ...nothingPending, errors, complete, failure } }
}

/** All that is left, as posts in order: for when the panel closes. */
export function takeAll(pending: Pending): readonly ProgressInput[] {
  const taken = takeNext(pending)
  return taken === null ? [] : [taken.input, ...takeAll(taken.rest)]
}

/** A post to come, under the id that it has had since it was first pressed together. */
export type Numbered = { readonly id: PostId; readonly input: ProgressInput }

export const numbered = (pending: Pending, ids: readonly PostId[], newId: () => PostId): readonly Numbered[] =>
  takeAll(pending).map((input, index) => ({ id: ids[index] ?? newId(), input }))

/** Least time between two posts of the panel, ms (issue 4). */
export const betweenPostsMs = 1_000

/** Ms until the next post may leave; 0: now. Both by a clock that nobody sets (reliability fault 24). */
export const waitMs = (lastAt: number | null, now: number): number =>
  lastAt === null ? 0 : Math.max(0, lastAt + betweenPostsMs - now)
