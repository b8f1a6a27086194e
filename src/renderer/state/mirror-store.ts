import { create } from 'zustand'
import type { Delta, Snapshot } from '../../shared/snapshot'
import { type Following, follow, type Source } from './follow'
import type { Mirror } from './mirror'

type MirrorState = { readonly mirror: Mirror | null; readonly trouble: string | null }

export const mirrorStore = create<MirrorState>(() => ({ mirror: null, trouble: null }))

/** For what is drawn only once the mirror is there. One selector a row: a changed job draws one row anew. */
export function useMirror<T>(select: (mirror: Mirror) => T): T {
  return mirrorStore(({ mirror }) => {
    if (mirror === null) throw new Error('drawn before the first snapshot')
    return select(mirror)
  })
}

/** Main in its own words: the bridge hands them over as text. */
const main: Source = {
  readState: async () => {
    const snapshot: Snapshot = JSON.parse(await window.jobtray.readState())
    return snapshot
  },
  onStateChanged: listener =>
    window.jobtray.onStateChanged(text => {
      const delta: Delta = JSON.parse(text)
      listener(delta)
    }),
}

let following: Following | null = null

export const readAgain = async (): Promise<void> => following?.readAgain()

/** Follows main for as long as the page lives; a window that was hidden may have been left out, so it reads again. */
export function followMain(): void {
  following = follow(main, {
    show: mirror => mirrorStore.setState({ mirror, trouble: null }),
    fail: trouble => mirrorStore.setState({ trouble }),
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void readAgain()
  })
}
