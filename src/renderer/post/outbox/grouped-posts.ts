import type { Post, PostRun } from '../../../shared/outbox'
import { isHeld, needsPerson } from '../../../shared/wait-wording'

export type OutboxGroups = {
  /** Perhaps applied: nothing goes on for its job before a person decides. */
  readonly undecided: readonly Post[]
  readonly inLine: readonly Post[]
  readonly drafts: readonly Post[]
  /** Refused, so a person may want to correct it; newest first. */
  readonly refused: readonly Post[]
  /** Newest first. */
  readonly sent: readonly Post[]
}

const newestFirst = (posts: readonly Post[]): readonly Post[] =>
  posts.toSorted((a, b) => ((a.endedAt ?? a.createdAt) < (b.endedAt ?? b.createdAt) ? 1 : -1))

export function groupPosts(posts: readonly Post[]): OutboxGroups {
  const inState = (...states: readonly Post['state'][]) => posts.filter(({ state }) => states.includes(state))
  return {
    undecided: inState('unknown'),
    inLine: inState('sending', 'waiting'),
    drafts: newestFirst(inState('draft')),
    refused: newestFirst(inState('refused')),
    sent: newestFirst(inState('sent')),
  }
}

/** What the navigation counts: what waits, is on its way or is unknown; `loud` when a person must decide or help. */
export function outboxBadge(
  posts: readonly Post[],
  runs: readonly PostRun[],
): { readonly count: number; readonly loud: boolean } {
  const { undecided, inLine } = groupPosts(posts)
  const open = runs.filter(({ state }) => state === 'going' || state === 'held').length
  return {
    count: undecided.length + inLine.length + open,
    loud:
      undecided.length > 0 ||
      inLine.some(isHeld) ||
      runs.some(
        ({ state, fault, waits }) =>
          (state === 'held' && fault !== null) || (waits !== undefined && needsPerson(waits)),
      ),
  }
}
