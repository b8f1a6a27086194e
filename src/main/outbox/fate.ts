import { assertNever, type Fault } from '../../shared/fault'

/**
 * refused: certainly not applied. not-left: no byte of it left this machine. put-off: certainly not applied, and for a
 * reason that has nothing to do with the post. unknown: perhaps applied.
 */
export type Fate = 'refused' | 'not-left' | 'put-off' | 'unknown'

/** Answers by which a server says that it did not even begin; RFC 9110 15.4.2, 15.4.8-9, 15.5.9, 15.6.2, 15.6.6, RFC 8470 5.2. */
const notBegun: ReadonlySet<number> = new Set([301, 307, 308, 408, 425, 501, 505])

/**
 * What became of a post that was answered by a fault. Only `not-left` and `put-off` are sent again without asking; where a
 * server or somebody before it may have applied the post and lost the answer, nobody here can know (issue 4, api-notes
 * E24, E32).
 */
export function fateOf(fault: Fault): Fate {
  switch (fault.kind) {
    case 'forbidden':
    case 'not-found':
    case 'conflict':
    case 'rejected':
      return 'refused'
    case 'unauthorized': // RFC 9110 15.5.2: it "has not been applied". Any post would be answered so, until the key is good.
    case 'no-key': // Nothing was sent.
    case 'rate-limited': // RFC 6585 section 4: refused for the rate of requests, whatever they say. Its turn comes again.
      return 'put-off'
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

/** The look just before a post met a fault: `hold` tries later, `go-on` posts without it. */
export type LookFate = 'hold' | 'go-on'

/** Nothing has been sent yet, so waiting is safe, and better than a post to a server that is in trouble or is not the one. */
export function lookFateOf(fault: Fault): LookFate {
  switch (fault.kind) {
    case 'unreachable':
    case 'server':
    case 'unauthorized':
    case 'no-key':
    case 'rate-limited':
    case 'moved':
    case 'not-the-api':
      return 'hold'
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

/** After these every further post of a run would be refused alike, and only a person can change that. */
export const holdsRun = (fault: Fault): boolean =>
  ['forbidden', 'not-found', 'moved'].includes(fault.kind) || (fault.kind === 'rejected' && fault.status === 0)

const second = 1_000
const minute = 60 * second

/**
 * Ms until a post that was held is tried again, spread by `random` (0 to 1) against herds; null: when its connection can be
 * used again, which is told. Doubles from a second to a minute, or to five where waiting alone may well not help.
 */
export function retryDelay(fault: Fault, failures: number, random: number): number | null {
  const grown = (first: number, longest: number) =>
    Math.round(Math.min(longest, first * 2 ** Math.min(failures, 10)) * (0.75 + random / 2))
  switch (fault.kind) {
    case 'unauthorized':
    case 'no-key':
      return null
    case 'moved':
    case 'not-the-api':
      return grown(15 * second, 5 * minute)
    default:
      return grown(second, minute)
  }
}
