import type { Fault } from '../../../shared/fault'
import { shortestMs } from '../../../shared/pace'

const second = 1_000
const minute = 60 * second
const longestMs = 60 * minute
const longestGuessMs = 5 * minute

/**
 * Ms for which a server wants none of our requests, whichever job they are about (api-notes E22; reliability faults 7-9, 11).
 * 0: it said nothing. Never less than it asks for, up to an hour. `before`: how many times in a row it has said so.
 */
export function pauseFor(fault: Fault, before: number, random: number): number {
  if (fault.kind !== 'rate-limited' && fault.kind !== 'server') return 0
  const { kind, retryAfterMs: asked } = fault
  if (kind === 'server') return asked === null ? 0 : withMore(Math.min(asked, longestMs), random)
  // A minute where a limit names no time, or none that can be read; more when that, or the time it named, was not enough.
  const guess = (asked === null ? minute : shortestMs) * 2 ** Math.min(before, 10)
  return withMore(Math.min(longestMs, Math.max(asked ?? 0, Math.min(longestGuessMs, guess))), random)
}

/** What is left of such a pause after a restart, ms: `agoMs` since the answer, by a clock that may have been set. */
export function pauseLeft(fault: Fault, agoMs: number): number {
  const asked = fault.kind === 'rate-limited' || fault.kind === 'server' ? (fault.retryAfterMs ?? 0) : 0
  return Math.max(0, Math.min(asked, longestMs) - Math.max(0, agoMs))
}

/** So that not everybody who was told the same comes back at the same moment. */
const withMore = (ms: number, random: number): number => ms + random * Math.min(5 * second, ms / 10)
