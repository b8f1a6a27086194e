import { type JobRef, shortId } from '../../shared/job'
import { counted } from '../../shared/numbers'
import { attempt } from './attempt'
import { dropToast, showToast, viewStore } from './view'

/** Forgets at once and offers the way back, instead of asking first. */
export async function forget(refs: readonly JobRef[]): Promise<void> {
  const first = refs[0]
  if (first === undefined) return
  if (!(await attempt(window.jobtray.forgetJobs([...refs])))) return
  const what = refs.length === 1 ? shortId(first.jobId) : counted(refs.length, 'job')
  showToast(`No longer watching ${what}.`, 'calm', { label: 'Undo', run: () => void restore(refs) })
}

async function restore(refs: readonly JobRef[]): Promise<void> {
  if (await attempt(window.jobtray.restoreJobs([...refs]))) showToast(`Watching ${counted(refs.length, 'job')} again.`)
}

/** Ctrl+Z: the newest toast that can be taken back. */
export function undoLast(): boolean {
  const toast = viewStore.getState().toasts.findLast(shown => shown.act?.label === 'Undo')
  if (toast?.act === undefined) return false
  toast.act.run()
  dropToast(toast.id)
  return true
}
