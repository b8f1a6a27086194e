import { assertNever, type Fault } from '../../shared/fault'

/** refused: certainly not applied. not-left: no byte of it left this machine. unknown: perhaps applied. */
export type Fate = 'refused' | 'not-left' | 'unknown'

/** Answers by which a server says that it did not even begin; RFC 9110 15.4.2, 15.4.8-9, 15.5.9, 15.6.2, 15.6.6, RFC 8470 5.2. */
const notBegun: ReadonlySet<number> = new Set([301, 307, 308, 408, 425, 501, 505])

/**
 * What became of a post that was answered by a fault. Only `not-left` is sent again without asking; where a server or
 * somebody before it may have applied the post and lost the answer, nobody here can know (issue 4, api-notes E24, E32).
 */
export function fateOf(fault: Fault): Fate {
  switch (fault.kind) {
    case 'unauthorized':
    case 'forbidden':
    case 'not-found':
    case 'conflict':
    case 'rejected':
    case 'no-key':
      return 'refused'
    case 'rate-limited':
      // RFC 6585 section 4: a refusal for the rate. A person decides when, so that a run does not press on by itself.
      return 'refused'
    case 'moved':
      // After 302 and 303 the answer is fetched elsewhere: the post itself may well have been processed.
      return notBegun.has(fault.status) ? 'refused' : 'unknown'
    case 'server':
      // 500 may come after the write, 502-504 from a gateway behind which the job was changed.
      return notBegun.has(fault.status) ? 'refused' : 'unknown'
    case 'unreachable':
      return fault.mayHaveArrived ? 'unknown' : 'not-left'
    case 'garbled':
    case 'too-large':
    case 'not-the-api':
      // Status 2xx with something else than a job: it may have been taken, "id unknown" (api-notes E32).
      return 'unknown'
    default:
      return assertNever(fault)
  }
}

/** The look just before a post met a fault: `hold` tries later, `go-on` posts without it, `refuse` gives the fault back. */
export type LookFate = 'hold' | 'go-on' | 'refuse'

/** Nothing has been sent yet, so waiting is safe, and better than a post into a server that is in trouble. */
export function lookFateOf(fault: Fault): LookFate {
  switch (fault.kind) {
    case 'unreachable':
    case 'server':
      return 'hold'
    case 'unauthorized':
    case 'no-key':
    case 'rate-limited':
    case 'moved':
    case 'not-the-api':
      return 'refuse'
    case 'forbidden': // A worker's key may create and report but not read.
    case 'not-found': // The answer to the post itself decides.
    case 'conflict':
    case 'rejected':
    case 'garbled':
    case 'too-large':
      return 'go-on'
    default:
      return assertNever(fault)
  }
}

/** After these every further post of a run would be refused alike. */
export const holdsRun = (fault: Fault): boolean =>
  ['unauthorized', 'forbidden', 'not-found', 'no-key', 'rate-limited', 'moved'].includes(fault.kind)

const minuteMs = 60_000

/** Ms until a post that never left is tried again: doubles from 1 s to a minute, spread by `random` (0 to 1) against herds. */
export const retryDelay = (failures: number, random: number): number =>
  Math.round(Math.min(minuteMs, 1_000 * 2 ** Math.min(failures, 10)) * (0.75 + random / 2))
