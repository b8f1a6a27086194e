import { create } from 'zustand'
import type { ConnectionId, Vendor } from '../../shared/connection'
import { hashOf, type View, viewOfHash, viewOfPlace } from './place'

export type Dialog =
  | { readonly kind: 'watch'; readonly connectionId: ConnectionId | null; readonly pasted: string }
  | { readonly kind: 'connection'; readonly id: ConnectionId | null; readonly vendor: Vendor }
  | { readonly kind: 'key'; readonly id: ConnectionId }
  | { readonly kind: 'doctor'; readonly id: ConnectionId }
  | { readonly kind: 'remove' | 'notices'; readonly id: ConnectionId }
  | { readonly kind: 'palette' | 'shortcuts' }
  | { readonly kind: 'ask-first'; readonly question: Question }

/** Asked before what cannot be taken back; closing it is a no. */
export type Question = {
  readonly title: string
  readonly text: string
  /** What the button that agrees says. */
  readonly act: string
  readonly danger: boolean
  readonly answer: (agreed: boolean) => void
}

export type ToastAct = { readonly label: string; readonly run: () => void }
export type Toast = {
  readonly id: number
  readonly text: string
  readonly tone: 'calm' | 'bad'
  readonly act?: ToastAct
}

type ViewState = {
  readonly view: View
  readonly filter: string
  /** Only this connection's jobs are listed; null: all. */
  readonly scope: ConnectionId | null
  /** `refKey` of the row the keyboard stands on. */
  readonly selected: string | null
  /** `refKey`s of the rows that are picked for an act on many. */
  readonly picked: ReadonlySet<string>
  /** Where a stretch of picked rows begins. */
  readonly pickedFrom: string | null
  /** Where the list of jobs stood when it was left, in px. */
  readonly scrolledTo: number
  /**
   * True until the selected row has taken the keyboard; `top`: it comes to the upper edge, with what it heads; `still`:
   * the list stays where it stands.
   */
  readonly focusRow: boolean | 'top' | 'still'
  readonly dialog: Dialog | null
  readonly toasts: readonly Toast[]
}

export const viewStore = create<ViewState>(() => ({
  view: { view: 'jobs' },
  filter: '',
  scope: null,
  selected: null,
  picked: new Set(),
  pickedFrom: null,
  scrolledTo: 0,
  focusRow: false,
  dialog: null,
  toasts: [],
}))

/** The place is kept in the address too, so that a window that had to be loaded again comes back to it. */
export function goTo(view: View): void {
  viewStore.setState({ view })
  const hash = hashOf(view)
  if (window.location.hash !== hash) window.history.replaceState(null, '', hash)
}

/** The list that was left is found as it was left; another one begins at its top. What is picked stays picked in both. */
export const listJobsOf = (scope: ConnectionId | null): void => {
  viewStore.setState(before =>
    before.scope === scope
      ? { focusRow: before.selected === null ? false : 'still' }
      : { scope, selected: null, pickedFrom: null, scrolledTo: 0 },
  )
  goTo({ view: 'jobs' })
}

export const openDialog = (dialog: Dialog): void => viewStore.setState({ dialog })
export const closeDialog = (): void => viewStore.setState({ dialog: null })

export const askFirst = (question: Omit<Question, 'answer'>): Promise<boolean> =>
  new Promise(answer => openDialog({ kind: 'ask-first', question: { ...question, answer } }))

let lastToast = 0

/** Of one that can be acted on, each undoes what is its own. */
const saysTheSame = (a: Toast, b: Toast): boolean =>
  a.text === b.text && a.tone === b.tone && a.act === undefined && b.act === undefined

/** What is still in sight and says the same goes: it is told anew. The answer is its id, by which it can be taken away. */
export function showToast(text: string, tone: Toast['tone'] = 'calm', act?: ToastAct): number {
  lastToast += 1
  const toast: Toast = { id: lastToast, text, tone, ...(act ? { act } : {}) }
  viewStore.setState(({ toasts }) => ({
    toasts: [...toasts.filter(shown => !saysTheSame(shown, toast)), toast].slice(-3),
  }))
  return toast.id
}

export const dropToast = (id: number): void =>
  viewStore.setState(({ toasts }) => ({ toasts: toasts.filter(toast => toast.id !== id) }))

/** Where the window was asked to open, and where main sends it later. */
export function followPlaces(): void {
  viewStore.setState({ view: viewOfHash(window.location.hash) })
  window.addEventListener('hashchange', () => viewStore.setState({ view: viewOfHash(window.location.hash) }))
  window.jobtray.onNavigate(place => {
    closeDialog()
    goTo(viewOfPlace(place))
    if (place.view === 'watch') openDialog({ ...place, kind: 'watch' })
  })
}
