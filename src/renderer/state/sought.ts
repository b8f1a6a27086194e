import { create } from 'zustand'
import type { ConnectionId } from '../../shared/connection'
import type { ItemPlace } from '../../shared/issues'

/** What is looked for on the page that finds items; kept, so that coming back from a job finds it as it was. */
export type Sought = {
  /** As typed or pasted: one key, or one a line. */
  readonly text: string
  /** Null: all. */
  readonly connectionId: ConnectionId | null
  readonly jobType: string | null
  readonly list: ItemPlace['list'] | null
}

export const nothingSought: Sought = { text: '', connectionId: null, jobType: null, list: null }

export const findStore = create<Sought>(() => nothingSought)
