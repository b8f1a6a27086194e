import type { JobRef } from '../../shared/job'
import { attempt } from './attempt'
import { mirrorStore } from './mirror-store'
import { showToast } from './view'

/** Has jobs looked at now, and says why not where a person has paused that. */
export function lookNow(refs: readonly JobRef[]): void {
  const { mirror } = mirrorStore.getState()
  const isPaused = (ref: JobRef) => mirror?.connections.get(ref.connectionId)?.paused === true
  if (mirror?.settings.paused === true) showToast('Watching is paused: nothing is looked at. Resume it first.')
  else if (refs.length > 0 && refs.every(isPaused))
    showToast('This connection is paused: nothing is looked at. Resume it first.')
  else void attempt(window.jobtray.lookNow([...refs]))
}
