import { counted } from '../../shared/numbers'
import { attempt } from './attempt'
import { showToast } from './view'

/** Reads all at once and offers the way back: whatever needed attention was to be found by being unread. */
export async function markAllRead(): Promise<void> {
  const marking = window.jobtray.markNoticesSeen('all')
  if (!(await attempt(marking))) return
  const ids = await marking
  if (ids.length === 0) return
  showToast(`${counted(ids.length, 'notice')} marked as read.`, 'calm', {
    label: 'Undo',
    run: () => void markUnread(ids),
  })
}

async function markUnread(ids: readonly number[]): Promise<void> {
  if (!(await attempt(window.jobtray.markNoticesUnseen([...ids])))) return
  showToast(counted(ids.length, 'notice is unread again.', 'notices are unread again.'))
}
