import type { Post } from '../../shared/outbox'
import type { Clock } from '../watch/clock'

/** No pause that a server may ask for is longer, ms. */
export const longestPauseMs = 3_600_000

/** What the sender knows of one line of posts. Times are monotonic ms. */
export type Lane = {
  busy: boolean
  failures: number
  notBefore: number
  /** A person wants it tried whatever is known to be wrong with the connection. */
  insists: boolean
  /** Until when its first post was put off. `at`: that as it was written down, by a clock which may be set meanwhile. */
  putOff: { readonly at: string; readonly until: number } | null
  cancel: (() => void) | null
}

export const newLane = (): Lane => ({
  busy: false,
  failures: 0,
  notBefore: Number.NEGATIVE_INFINITY,
  insists: false,
  putOff: null,
  cancel: null,
})

/** From now on there is nothing to wait for. */
export function forgive(lane: Lane): void {
  lane.notBefore = Number.NEGATIVE_INFINITY
  lane.putOff = null
}

/** Ms until the first post of a lane may be tried; a clock that was set makes it sooner, never later. */
export function waitOf(lane: Lane, { nextTryAt }: Pick<Post, 'nextTryAt'>, clock: Clock): number {
  const now = clock.monotonic()
  if (nextTryAt === null) lane.putOff = null
  else {
    const left = Date.parse(nextTryAt) - clock.wall().getTime()
    const known = lane.putOff?.at === nextTryAt ? lane.putOff.until : Number.POSITIVE_INFINITY
    lane.putOff = { at: nextTryAt, until: Math.min(known, now + Math.min(left, longestPauseMs)) }
  }
  return Math.max(0, lane.notBefore - now, (lane.putOff?.until ?? now) - now)
}
