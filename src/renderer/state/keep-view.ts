import { type Drafts, draftStore } from './drafts'
import { undoStore } from './forget'
import { keptText } from './kept-text'
import { findStore, type Sought } from './sought'
import { type Dialog, viewStore } from './view'

/** Ms after a change until main is told of it. */
const pauseMs = 150
/** Refs kept for an undo; longer ones are left to the page that made them. */
const mostRefs = 2_000
/** Signs; of what is longer, the longest texts are left to the page that holds them. */
const mostText = 2_000_000

/** All of the view that is no address and no setting. */
type Kept = {
  readonly hash: string
  readonly filter: string
  readonly scope: string | null
  readonly selected: string | null
  readonly picked: readonly string[]
  readonly scrolledTo: number
  readonly dialog: Dialog | null
  readonly drafts: Drafts
  readonly sought: Sought
  readonly steps: ReturnType<typeof undoStore.getState>['steps']
}

/** A question is answered by whoever asked it, and the palette is opened anew with one key. */
const comesBack = (dialog: Dialog | null): dialog is Dialog =>
  dialog !== null && dialog.kind !== 'ask-first' && dialog.kind !== 'palette'

function keptNow(): string | null {
  const { filter, scope, selected, picked, scrolledTo, dialog } = viewStore.getState()
  const { steps } = undoStore.getState()
  const kept: Kept = {
    hash: window.location.hash,
    filter,
    scope,
    selected,
    picked: picked.size > mostRefs ? [] : [...picked],
    scrolledTo,
    // What was pasted is in the draft by now, with all that was done to it.
    dialog: !comesBack(dialog) ? null : dialog.kind === 'watch' ? { ...dialog, pasted: '' } : dialog,
    drafts: draftStore.getState(),
    sought: findStore.getState(),
    steps: steps.reduce((sum, step) => sum + step.length, 0) > mostRefs ? [] : steps,
  }
  return keptText(kept, mostText)
}

function takeUp({ hash, dialog, drafts, sought, steps, picked, ...rest }: Kept): void {
  const { dialog: open } = viewStore.getState()
  // Where main has sent the window elsewhere meanwhile, that is what a person asked for last.
  const isSamePlace = hash === window.location.hash && open === null
  draftStore.setState(drafts)
  findStore.setState(sought)
  undoStore.setState({ steps })
  viewStore.setState({ ...rest, picked: new Set(picked), ...(isSamePlace && { dialog }) })
}

/** Hands main what a page that is loaded again should know, and takes up what the page before had handed over. */
export function keepView(): void {
  let isDue = false
  let told = ''
  const tell = () => {
    isDue = false
    const kept = keptNow()
    if (kept === null || kept === told) return
    told = kept
    void window.jobtray.keepView(kept).catch(() => undefined)
  }
  const note = () => {
    if (isDue) return
    isDue = true
    setTimeout(tell, pauseMs)
  }
  const listen = () => {
    for (const store of [viewStore, draftStore, findStore, undoStore]) store.subscribe(note)
  }
  window.jobtray.readKeptView().then(
    text => {
      if (text !== null) {
        const kept: Kept = JSON.parse(text)
        takeUp(kept)
      }
      listen()
    },
    () => listen(),
  )
}
