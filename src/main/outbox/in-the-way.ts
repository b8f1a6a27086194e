import { keyFault } from '../../shared/key-fault'
import type { Waits } from '../../shared/outbox'
import type { ConnectionView } from '../../shared/snapshot'
import { stopsLooks } from '../watch/access'

/** What keeps every post of a connection back. `ms`: for so long; null: until the connection is told to be fit again. */
export type InTheWay = { readonly waits: Waits; readonly ms: number | null }

type Circumstances = {
  /** For so long its server wants no requests. */
  readonly pausedMs: number
  readonly now: Date
  /** A person wants it tried all the same, which is no way round what they or the server asked for. */
  readonly insists: boolean
}

/** Null: nothing. */
export function inTheWay(
  connection: ConnectionView | undefined,
  { pausedMs, now, insists }: Circumstances,
): InTheWay | null {
  const none = { fault: null, nextTryAt: null, connectionPaused: false }
  if (connection?.paused === true) return { waits: { ...none, connectionPaused: true }, ms: null }
  // After a start no request has met the missing key yet; what was wrong before the start is not why it waits now.
  const fault = connection === undefined ? null : (connection.fault?.fault ?? keyFault(connection.keyState))
  if (fault !== null && !insists && stopsLooks(fault)) return { waits: { ...none, fault }, ms: null }
  if (pausedMs <= 0) return null
  const nextTryAt = new Date(now.getTime() + pausedMs).toISOString()
  return { waits: { ...none, fault: { kind: 'rate-limited', retryAfterMs: pausedMs }, nextTryAt }, ms: pausedMs }
}

/** Small differences of time are not worth a write. */
const worthNotingMs = 2_000

export function saysTheSame(a: Waits, b: Waits): boolean {
  if (a.fault?.kind !== b.fault?.kind || (a.connectionPaused ?? false) !== (b.connectionPaused ?? false)) return false
  if (a.nextTryAt === null || b.nextTryAt === null) return a.nextTryAt === b.nextTryAt
  return Math.abs(Date.parse(a.nextTryAt) - Date.parse(b.nextTryAt)) < worthNotingMs
}
