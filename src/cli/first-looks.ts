import type { JobRef } from '../shared/job'
import { faultSentence } from '../shared/wording'
import type { Ask } from './ask'
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

/** A server that answers at all has answered by then, ms. */
const longestMs = 5_000
const lookEveryMs = 200

type Time = { readonly now: () => number; readonly pause: (ms: number) => Promise<void> }

/** Waits for the first look at each of a few jobs, so that nobody is told that a job is watched which does not exist. */
export async function firstLooks(ask: Ask, refs: readonly JobRef[], { now, pause }: Time): Promise<FirstLooks> {
  const until = now() + longestMs
  const seen: { ref: JobRef; line: string }[] = []
  const lost: { ref: JobRef; why: string }[] = []
  let open = refs
  for (;;) {
    const still: JobRef[] = []
    let hindrance: string | null = null
    for (const ref of open) {
      const { watched, connectionFault } = await ask('jobs:read', ref)
      const step = stepOf(watched, connectionFault)
      const fault = connectionFault ?? watched?.fault ?? null
      if (step.kind === 'hopeless') lost.push({ ref, why: step.why })
      else if (watched?.job != null) seen.push({ ref, line: step.line })
      else {
        still.push(ref)
        if (fault !== null) hindrance = faultSentence(fault.fault)
      }
    }
    open = still
    if (open.length === 0 || hindrance !== null || now() >= until) return { seen, lost, open, hindrance }
    await pause(lookEveryMs)
  }
}
