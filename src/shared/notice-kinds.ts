import { assertNever } from './fault'
import type { Outcome } from './job'

/** What a notice is about. `summary` stands for several, `digest` for those held back while nobody wanted to be disturbed. */
export const noticeKinds = [
  'ended',
  'started',
  'first-failure',
  'failure-rate',
  'stalled',
  'connection',
  'summary',
  'digest',
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
] as const
export type NoticeSwitch = (typeof noticeSwitches)[number]

/** What a person switches on or off a notice with; null: nothing, it goes by those it stands for. */
export function switchOf(kind: NoticeKind, outcome: Outcome | null): NoticeSwitch | null {
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
      return kind
    case 'summary':
    case 'digest':
      return null
    default:
      return assertNever(kind)
  }
}
