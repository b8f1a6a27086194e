import type { Fault } from '../../shared/fault'
import type { ConnectionView } from '../../shared/snapshot'
import { timeToTheSecond } from '../../shared/snooze'
import { faultSentence } from '../../shared/wording'
import { msOf } from './times'

/** When the connection is asked again by itself, `14:05:07`; null: no pause was asked for, or it is over. */
export function waitsText({ waitsUntil }: Pick<ConnectionView, 'waitsUntil'>, now: number): string | null {
  if (waitsUntil === undefined || (msOf(waitsUntil) ?? 0) <= now) return null
  return timeToTheSecond(waitsUntil)
}

type Asked = Pick<ConnectionView, 'waitsUntil'> & { readonly organization?: string | null | undefined }

/** What stands in the way, and until when where that is known: a number of seconds would be wrong a second later. */
export function standingSentence(fault: Fault, connection: Asked | undefined, now: number): string {
  const until = fault.kind === 'rate-limited' && connection !== undefined ? waitsText(connection, now) : null
  return until === null ? faultSentence(fault, connection?.organization) : `Too many requests. Looks again at ${until}.`
}
