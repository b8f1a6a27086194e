import { assertNever } from './fault'
import type { Outcome } from './job'

/** What a notice is about. */
export const noticeKinds = [
  'ended',
  'started',
  'first-failure',
  'failure-rate',
  'stalled',
  'connection',
  'post',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** What a person switches on and off: the endings one by one (`other`: cancelled, or ended by an unknown word), then the rest. */
export const noticeSwitches = [
  'succeeded',
  'warned',
  'partial',
  'failed',
  'other',
  'started',
  'firstFailure',
  'failureRate',
  'stalled',
  'connection',
  'post',
] as const
export type NoticeSwitch = (typeof noticeSwitches)[number]

/** What a person switches a notice on or off with. */
export function switchOf(kind: NoticeKind, outcome: Outcome | null): NoticeSwitch {
  switch (kind) {
    case 'ended':
      return outcome === null || outcome === 'cancelled' || outcome === 'unknown' ? 'other' : outcome
    case 'first-failure':
      return 'firstFailure'
    case 'failure-rate':
      return 'failureRate'
    case 'started':
    case 'stalled':
    case 'connection':
    case 'post':
      return kind
    default:
      return assertNever(kind)
  }
}
