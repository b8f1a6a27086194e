import { sameRef } from '../../shared/job'
import type { View } from './place'
import { viewStore } from './view'

const jobOf = (view: View) => (view.view === 'job' ? view.ref : null)

/** Tells main whose page is open, so that this job is looked at as often and as deep as may be. */
export function tellLookingAt(): void {
  let told = jobOf(viewStore.getState().view)
  // Also null: main may remember the page of a window that is gone.
  const tell = () => void window.jobtray.lookingAt(told).catch(() => undefined)
  tell()
  viewStore.subscribe(({ view }) => {
    const now = jobOf(view)
    if (now === told || (now !== null && told !== null && sameRef(now, told))) return
    told = now
    tell()
  })
}
