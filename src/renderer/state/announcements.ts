import type { NoticeView } from '../../shared/snapshot'

/** What a screen reader is told of the notices that came since `lastId`; several at once are one sentence. */
export function announcementOf(notices: readonly NoticeView[], lastId: number): string | null {
  const fresh = notices.filter(notice => notice.id > lastId && !notice.seen)
  if (fresh.length === 0) return null
  if (fresh.length <= 2) return fresh.map(notice => `${notice.title}.`).join(' ')
  return `${fresh.length} new notices. ${fresh[0]?.title ?? ''}.`
}

export const newestId = (notices: readonly NoticeView[]): number =>
  notices.reduce((newest, notice) => Math.max(newest, notice.id), 0)
