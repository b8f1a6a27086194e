import type { StandingFault } from '../shared/fault'
import type { JobStanding } from '../shared/ipc'
import { type JobRef, refKey } from '../shared/job'
import type { WatchedJob } from '../shared/snapshot'
import { faultSentence } from '../shared/wording'
import type { Ask } from './ask'

/** A server that answers at all has answered by then, ms. */
export const longestLookMs = 5_000
const askEveryMs = 100

export type Time = {
  /** Ms that never jump. */
  readonly now: () => number
  readonly pause: (ms: number) => Promise<void>
}

/** What could not be seen anew, by `refKey`: when it was last seen and why it was not now, in a sentence. */
export type Unconfirmed = ReadonlyMap<string, string>

const hasEnded = ({ job }: WatchedJob): boolean => job?.phase === 'ended'

/** What an answer has settled for minutes or for good, though the server may say otherwise by now. */
const settling: ReadonlySet<string> = new Set(['not-found', 'forbidden', 'rejected', 'moved', 'conflict'])

/** It has ended, is gone, was not found or was refused: what is known of it may be old, for it is hardly looked at any more. */
export const isHardlyLookedAt = (watched: WatchedJob | null): watched is WatchedJob =>
  watched !== null && (hasEnded(watched) || watched.gone || settling.has(watched.fault?.fault.kind ?? ''))

/**
 * A job that has ended is not looked at for ever, and may run again; one that was not found may be there by now: so each is
 * looked at once more before anybody says how it is. Waits `longestMs` at most; of what had ended and has not been seen by
 * then it is told when it was seen last.
 */
export async function lookOnce(
  ask: Ask,
  old: readonly WatchedJob[],
  { now, pause }: Time,
  longestMs = longestLookMs,
): Promise<Unconfirmed> {
  const until = now() + longestMs
  if (old.length > 0)
    await ask(
      'jobs:look-now',
      old.map(({ ref }) => ref),
    )
  const unconfirmed = new Map<string, string>()
  let open = old
  for (;;) {
    const still: WatchedJob[] = []
    for (const before of open) {
      const standing = await ask('jobs:read', before.ref)
      if (isSeenAnew(before, standing)) continue
      if (!isHindered(before, standing) && now() < until) still.push(before)
      else if (hasEnded(before)) unconfirmed.set(refKey(before.ref), sentence(before, standing))
    }
    open = still
    if (open.length === 0) return unconfirmed
    await pause(askEveryMs)
  }
}

const isSeenAnew = (before: WatchedJob, { watched }: JobStanding): boolean =>
  watched === null || watched.seenAt !== before.seenAt

/** It was tried in vain, or will not be tried. */
const isHindered = (before: WatchedJob, { watched, connectionFault, paused }: JobStanding): boolean =>
  paused || connectionFault !== null || watched?.triedAt !== before.triedAt

function sentence({ seenAt }: WatchedJob, { watched, connectionFault, paused }: JobStanding): string {
  const fault: StandingFault | null = connectionFault ?? watched?.fault ?? null
  const why = paused
    ? 'Watching is paused.'
    : fault === null
      ? 'The server has not answered.'
      : faultSentence(fault.fault)
  return `Last seen at ${seenAt ?? 'an unknown time'}; it could not be looked at now: ${why}`
}

/** What is said of a job, and that it may have changed since. */
export const withDoubt = (line: string, doubt: string | undefined): string =>
  doubt === undefined ? line : `${line} · ${doubt}`

/** Of several that an answer hangs on, the first that could not be seen anew. */
export const firstDoubt = (refs: readonly JobRef[], unconfirmed: Unconfirmed): string | undefined =>
  refs.flatMap(ref => unconfirmed.get(refKey(ref)) ?? [])[0]
