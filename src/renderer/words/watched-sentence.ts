import type { WatchAnswer } from '../../shared/ipc'
import { count, counted } from '../../shared/numbers'

/** `Watching 3 more jobs. 1 was watched already.` `first`: nothing was watched before. */
export function watchedSentence({ added, already, refused }: WatchAnswer, first: boolean): string {
  const parts: string[] = []
  const job = first ? 'job' : 'more job'
  if (added.length > 0) parts.push(`Watching ${added.length === 1 ? `one ${job}` : counted(added.length, job)}.`)
  if (already.length > 0)
    parts.push(`${count(already.length)} ${already.length === 1 ? 'was' : 'were'} watched already.`)
  if (refused.length > 0) parts.push(`${counted(refused.length, 'id')} refused.`)
  return parts.join(' ')
}
