import type { CommandName } from './manual'

type Meaning = {
  readonly code: number
  /** Null: of every command. */
  readonly of: readonly CommandName[] | null
  readonly says: string
}

const posting = ['create', 'post', 'decide'] as const

/** What a script can tell by the exit code alone. Of wait it is the outcome, so wrong usage has another code there. */
export const exitCodes: readonly Meaning[] = [
  { code: 0, of: null, says: 'done' },
  { code: 0, of: ['wait'], says: 'the job finished' },
  { code: 1, of: null, says: 'refused, or not all of it done; the reason is the last line on standard error' },
  { code: 1, of: ['doctor'], says: 'something is wrong' },
  { code: 2, of: null, says: 'wrong usage' },
  { code: 2, of: ['wait'], says: 'the job finished with warnings' },
  { code: 3, of: ['wait'], says: 'the job partly finished' },
  { code: 4, of: ['wait'], says: 'the job failed' },
  { code: 5, of: ['wait'], says: 'the job was cancelled, or ended in a word that nobody knows' },
  { code: 64, of: ['wait'], says: 'wrong usage' },
  { code: 69, of: null, says: 'the app is not running' },
  {
    code: 75,
    of: posting,
    says: 'it could not leave yet and stays in the outbox; the reason says whether it goes by itself',
  },
  { code: 76, of: posting, says: 'nobody knows whether it, or a report before it, arrived: outbox and decide' },
  { code: 124, of: ['wait'], says: 'the time is over' },
  { code: 130, of: null, says: 'stopped by Ctrl-C' },
]
