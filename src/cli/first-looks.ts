import type { WatchAnswer } from '../shared/ipc'
import { type JobRef, refKey } from '../shared/job'
import { faultSentence } from '../shared/wording'
import type { Ask } from './ask'
import { isHardlyLookedAt, longestLookMs, lookOnce, type Time, withDoubt } from './look-once'
import { stepOf } from './wait-step'

export type FirstLooks = {
  readonly seen: readonly { readonly ref: JobRef; readonly line: string }[]
  /** What waiting will not show: not found, a refused key. */
  readonly lost: readonly { readonly ref: JobRef; readonly why: string }[]
  /** Nobody knows yet. */
  readonly open: readonly JobRef[]
  /** What keeps them from being seen, where that is known; a sentence. */
  readonly hindrance: string | null
}

const lookEveryMs = 200

/** Waits for the first look at each of a few jobs, and for another at those that are hardly looked at, so that nobody is told that a job is watched which does not exist. */
export async function firstLooks(
  ask: Ask,
  { added, already }: Pick<WatchAnswer, 'added' | 'already'>,
  { now, pause }: Time,
): Promise<FirstLooks> {
  const known = await Promise.all(already.map(ref => ask('jobs:read', ref)))
  const unconfirmed = await lookOnce(ask, known.map(({ watched }) => watched).filter(isHardlyLookedAt), { now, pause })
  const until = now() + longestLookMs
  const seen: { ref: JobRef; line: string }[] = []
  const lost: { ref: JobRef; why: string }[] = []
  const refs = [...added, ...already]
  let open: readonly JobRef[] = refs
  for (;;) {
    const still: JobRef[] = []
    let hindrance: string | null = null
    for (const ref of open) {
      const { watched, connectionFault } = await ask('jobs:read', ref)
      const step = stepOf(watched, connectionFault)
      const fault = connectionFault ?? watched?.fault ?? null
      if (step.kind === 'hopeless') lost.push({ ref, why: step.why })
      else if (watched?.job != null) seen.push({ ref, line: withDoubt(step.line, unconfirmed.get(refKey(ref))) })
      else {
        still.push(ref)
        if (fault !== null) hindrance = faultSentence(fault.fault)
      }
    }
    open = still
    if (open.length === 0 || hindrance !== null || now() >= until) {
      return { seen: inOrder(seen, refs), lost: inOrder(lost, refs), open, hindrance }
    }
    await pause(lookEveryMs)
  }
}

/** As they were given, whichever was seen first. */
const inOrder = <Entry extends { readonly ref: JobRef }>(entries: readonly Entry[], refs: readonly JobRef[]) =>
  [...entries].sort((a, b) => refs.indexOf(a.ref) - refs.indexOf(b.ref))
