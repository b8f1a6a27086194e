import type { ItemAnswer } from '../../shared/issues'
import type { ItemQuery } from '../../shared/item-query'
import { count, counted } from '../../shared/numbers'
import { foundAs, foundVerbs } from './found-as'
import { plainText } from './plain-text'
import { readingSentence } from './saved-sentence'

/** `Named in 3 places.`, `Failed in at least 2,000 places.`, `4 of 5 keys are named, in 9 places.`, or why there are none. */
export function foundSentence({ total, atLeast, unread, missing }: ItemAnswer, { keys, ...query }: ItemQuery): string {
  // Nothing can be said of what is only not read in yet.
  if (total === 0 && !atLeast && unread > 0) return readingSentence(unread)
  const rest = unread === 0 ? '' : ` The lists of ${counted(unread, 'more job')} are still being read in.`
  const jobs =
    query.connectionId === null && query.jobType === null && query.list === undefined
      ? 'watched job'
      : 'job of this choice'
  const many = atLeast ? `at least ${counted(total, 'place')}` : counted(total, 'place')
  const [first = ''] = keys
  // Only a part of so many places was looked at, and none of it is of this choice.
  if (total === 0 && atLeast)
    return keys.length === 1
      ? `So many places are named “${plainText(first, 80)}” or begin like it that no ${jobs} was found among the first of them: type more of the key, or save the answer.${rest}`
      : `No ${jobs} was found among the first places of these ${count(keys.length)} keys, and there are more: save the answer to see all.${rest}`
  if (keys.length === 1)
    return total === 0
      ? `No ${jobs} names “${plainText(first, 80)}” or anything that begins like it.${rest}`
      : `${query.list === undefined ? 'Named' : foundAs[query.list]} in ${many}.${rest}`
  if (total === 0) return `No ${jobs} names any of these ${count(keys.length)} keys.${rest}`
  const verb = query.list === undefined ? 'are named' : foundVerbs[query.list]
  return `${count(keys.length - missing.length)} of ${counted(keys.length, 'key')} ${verb}, in ${many}.${rest}`
}
