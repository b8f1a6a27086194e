import { create } from 'zustand'

export type Shown = 'all' | 'unseen'

/** Which notices the inbox lists; kept while the window is there, so that coming back from a job finds it as it was. */
export const inboxViewStore = create<{ readonly shown: Shown }>(() => ({ shown: 'all' }))
