import type { JobRef } from '../../shared/job'
import { refKey } from '../../shared/job'
import { counted } from '../../shared/numbers'
import { copyText } from '../parts/copy-text'
import { attempt } from '../state/attempt'
import { forget } from '../state/forget'
import { lookNow } from '../state/look-now'
import { mirrorStore } from '../state/mirror-store'
import { showToast } from '../state/view'

/** One act for one row, for many, for a key and for a button alike. */
export const listActs = {
  look: lookNow,
  pin: (refs: readonly JobRef[]): void => mark(refs, 'pinned'),
  mute: (refs: readonly JobRef[]): void => mark(refs, 'muted'),
  copy(refs: readonly JobRef[]): void {
    if (copyText(refs.map(({ jobId }) => jobId).join('\n'))) showToast(`Copied ${counted(refs.length, 'id')}.`)
  },
  forget: (refs: readonly JobRef[]): void => void forget(refs),
}

/** Sets the mark on all, unless all have it already: then it is taken off. */
function mark(refs: readonly JobRef[], name: 'pinned' | 'muted'): void {
  const { mirror } = mirrorStore.getState()
  const all = refs.every(ref => mirror?.jobs.get(refKey(ref))?.[name] === true)
  void attempt(window.jobtray.markJobs([...refs], { [name]: !all }))
}
