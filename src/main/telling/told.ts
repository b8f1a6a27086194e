/** What became of a notice, for the ledger: shown, or why not. Each is kept in the inbox all the same. */
export type Told =
  | 'shown'
  | 'shown in a summary'
  | 'shown in a digest'
  | 'expired'
  | 'seen meanwhile'
  | 'no longer so'
  | 'the job is muted'
  | 'its type is muted'
  | 'switched off'
  | 'switched off for the connection'
  | NotShown

/** Why the system could not show it. */
export type NotShown =
  | 'no notification service answers'
  | 'notifications are not supported here'
  | 'refused by the system'
