import type { NoticeView } from '../../shared/snapshot'
import { dayText } from '../words/times'

export type Day = { readonly name: string; readonly today: boolean; readonly notices: readonly NoticeView[] }

/** Notices, newest first, under the days on which they were told; `now` in ms, days by the person's own zone. */
export function byDay(notices: readonly NoticeView[], now: number): readonly Day[] {
  const days = new Map<string, NoticeView[]>()
  for (const notice of notices) {
    const name = dayText(now, notice.at)
    const day = days.get(name)
    if (day === undefined) days.set(name, [notice])
    else day.push(notice)
  }
  const today = dayText(now, new Date(now).toISOString())
  return [...days].map(([name, told]) => ({ name, today: name === today, notices: told }))
}
