import type { Comparison, Evidence, Glimpse, Verdict } from '../../shared/comparison'
import type { Fault } from '../../shared/fault'
import type { Post } from '../../shared/outbox'
import { evidenceOf } from './evidence'

/**
 * How long a server may still be at work on a post that nobody waits for any more, ms from its sending. Absence seen
 * earlier is no proof: a slow server applies the post after our time was over.
 */
export function graceMs(fault: Fault | null): number {
  if (fault === null) return 15_000 // Jobtray was stopped in the middle of it.
  if (fault.kind === 'unreachable') return fault.cause === 'timeout' ? 60_000 : 5_000
  return fault.kind === 'server' ? 30_000 : 5_000
}

type Said = Pick<Comparison, 'verdict' | 'why'>

function verdictOf(evidence: readonly Evidence[]): Said {
  const arrived = evidence.some(({ says }) => says === 'arrived')
  const missing = evidence.some(({ says }) => says === 'not-arrived')
  // A post is applied whole or not at all, so both at once means that somebody else wrote too.
  if (arrived && missing) return { verdict: 'cannot-tell', why: 'contradiction' }
  const verdict: Verdict = arrived ? 'arrived' : missing ? 'not-arrived' : 'cannot-tell'
  return { verdict, why: verdict === 'cannot-tell' ? 'looks-alike' : null }
}

/** What can be told of a post that has no job to look at, or whose job could not be looked at. */
const untold = (why: NonNullable<Comparison['why']>, now: Glimpse | null, at: Date): Comparison => ({
  verdict: 'cannot-tell',
  evidence: [],
  why,
  againAt: null,
  now,
  at: at.toISOString(),
})

/**
 * Whether a post arrived, from the job before it, what was sent, and a look at the job now (null: there was none) that
 * began at `at`. Honest above all: what another writer could have done as well is still called arrived, but what
 * contradicts itself, or was the same before, tells nothing.
 */
export function compare(post: Post, now: Glimpse | null, at: Date): Comparison {
  if (post.content.kind === 'create') return untold('no-id', null, at)
  if (now === null) return untold('no-look', null, at)
  if (post.before === null) return untold('nothing-before', now, at)
  const evidence = evidenceOf(post.content.input, post.before, now)
  const said = verdictOf(evidence)
  const told = { evidence, againAt: null, now, at: at.toISOString() }
  if (said.verdict === 'arrived') return { ...told, ...said }
  const safeFrom = new Date(post.sentAt ?? post.createdAt).getTime() + graceMs(post.fault)
  return at.getTime() >= safeFrom
    ? { ...told, ...said }
    : { ...told, verdict: 'cannot-tell', why: 'too-early', againAt: new Date(safeFrom).toISOString() }
}
