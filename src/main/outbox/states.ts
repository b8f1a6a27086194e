import type { PostState } from '../../shared/outbox'

/** What can happen to a post: by the sender, by the app's start, by a person. */
export const postEvents = [
  'order',
  'begin',
  'taken',
  'refused',
  'not-left',
  'put-off',
  'lost',
  'send-again',
  'take-as-arrived',
  'edit',
  'drop',
] as const
export type PostEvent = (typeof postEvents)[number]

/**
 * What is not in this table cannot happen. Nothing leads from sending or unknown back into the line without a person, but
 * `not-left`, of what certainly never left this machine (issue 4, reliability fault 51), and `put-off`, of what a server
 * answered by refusing every request.
 */
const table: Readonly<Record<PostState, Readonly<Partial<Record<PostEvent, PostState>>>>> = {
  draft: { order: 'waiting', drop: 'dropped' },
  waiting: { begin: 'sending', refused: 'refused', 'send-again': 'waiting', edit: 'draft', drop: 'dropped' },
  sending: { taken: 'sent', refused: 'refused', 'not-left': 'waiting', 'put-off': 'waiting', lost: 'unknown' },
  sent: {},
  refused: { order: 'waiting', 'send-again': 'waiting', edit: 'draft', drop: 'dropped' },
  unknown: { 'send-again': 'waiting', 'take-as-arrived': 'sent', drop: 'dropped' },
  dropped: {},
}

/** The state after an event; null: this cannot happen to a post in that state. */
export const stateAfter = (state: PostState, event: PostEvent): PostState | null => table[state][event] ?? null

/** Nothing more will come of it by itself. */
export const isSettled = (state: PostState): boolean => state !== 'waiting' && state !== 'sending'
