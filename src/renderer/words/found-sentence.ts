import type { ItemAnswer } from '../../shared/issues'
import { count, counted } from '../../shared/numbers'

/** `In 3 places.`, or why there are none. */
export function foundSentence({ total, atLeast, isComplete }: ItemAnswer, sought: string): string {
  const rest = isComplete ? '' : ' Lists that came lately are still being read in.'
  if (total === 0) return `No watched job names “${sought.slice(0, 80)}” or anything that begins like it.${rest}`
  const many = atLeast ? `more than ${count(total)} places` : counted(total, 'place')
  return `In ${many}.${rest}`
}
