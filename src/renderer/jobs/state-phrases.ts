import type { WatchedJob } from '../../shared/snapshot'
import type { Group as Standing } from '../../shared/standing'
import { isNotFound, unseenWords } from '../../shared/state-words'
import { outcomeNames, stateName } from '../../shared/wording'
import { groupNames } from './order'

/** Words of `state:` and the group or state that each stands for. */
export const stateWords = [
  'active',
  'attention',
  'recent',
  'queued',
  'running',
  'finished',
  'warnings',
  'partial',
  'failed',
  'cancelled',
  'unknown',
  unseenWords.notFound,
  unseenWords.notSeen,
] as const

const notFound = 'not found'
const notSeen = 'not seen yet'

export const isStateWord = (value: string): boolean => stateWords.some(word => word.startsWith(value))

/**
 * What the window itself calls the state, in lower case. It is asked only for what begins no word of `state:`, so that
 * `finished` goes on to leave out `finished with warnings`.
 */
export function statePhrases(watched: WatchedJob, group: Standing): readonly string[] {
  const unseen = isNotFound(watched) ? notFound : notSeen
  return [groupNames[group].toLowerCase(), watched.job === null ? unseen : stateName(watched.job).toLowerCase()]
}

const phrases = [
  notFound,
  notSeen,
  ...[...Object.values(outcomeNames), groupNames.attention].map(name => name.toLowerCase()),
]

/** Whether a job may be in such a state, as far as the window's own words go. */
export const isKnownState = (value: string): boolean =>
  isStateWord(value) || phrases.some(phrase => phrase.startsWith(value))
