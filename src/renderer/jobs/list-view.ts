import { create } from 'zustand'

export const sorts = ['standing', 'newest', 'failures', 'soonest', 'name'] as const
/** `standing`: what goes on first, in the order of adding; endings newest first. */
export type Sort = (typeof sorts)[number]

export const sortNames: Readonly<Record<Sort, string>> = {
  standing: 'State',
  newest: 'Newest first',
  failures: 'Most failures',
  soonest: 'Ending soonest',
  name: 'Type and id',
}

/** How a person wants the list; remembered between windows. */
export type ListView = { readonly sort: Sort; readonly grouped: boolean }

const usual: ListView = { sort: 'standing', grouped: true }
const place = 'jobtray.list'

/** What is stored may be of another version, or nonsense. */
export function readListView(store: Pick<Storage, 'getItem'>): ListView {
  try {
    const read: unknown = JSON.parse(store.getItem(place) ?? '{}')
    if (typeof read !== 'object' || read === null) return usual
    const sort = sorts.find(known => known === Reflect.get(read, 'sort')) ?? usual.sort
    const grouped: unknown = Reflect.get(read, 'grouped')
    return { sort, grouped: typeof grouped === 'boolean' ? grouped : usual.grouped }
  } catch {
    return usual
  }
}

export const listViewStore = create<ListView>(() =>
  typeof window === 'undefined' ? usual : readListView(window.localStorage),
)

export function changeListView(patch: Partial<ListView>): void {
  listViewStore.setState(patch)
  try {
    window.localStorage.setItem(place, JSON.stringify(listViewStore.getState()))
  } catch {
    // A full store forgets it with the window, and that is all.
  }
}
