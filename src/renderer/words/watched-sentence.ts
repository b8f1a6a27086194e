import type { WatchAnswer } from '../../shared/ipc'
import { count, counted } from '../../shared/numbers'

/** `Watching 3 more jobs. 1 was watched already.` */
export function watchedSentence({ added, already, refused }: WatchAnswer): string {
  const parts: string[] = []
  if (added.length > 0)
    parts.push(`Watching ${added.length === 1 ? 'one more job' : `${counted(added.length, 'more job')}`}.`)
  if (already.length > 0)
    parts.push(`${count(already.length)} ${already.length === 1 ? 'was' : 'were'} watched already.`)
  if (refused.length > 0) parts.push(`${counted(refused.length, 'id')} refused.`)
  return parts.join(' ')
}
