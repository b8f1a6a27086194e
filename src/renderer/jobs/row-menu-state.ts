import { create } from 'zustand'
import { viewStore } from '../state/view'

/** Where the menu opens: at a button, or where the pointer was. */
export type Anchor = Element | { readonly getBoundingClientRect: () => DOMRect }

/** One menu for all rows: ten thousand rows need no menu each. */
export const rowMenuStore = create<{ readonly key: string | null; readonly anchor: Anchor | null }>(() => ({
  key: null,
  anchor: null,
}))

export function openRowMenu(key: string, anchor: Anchor): void {
  // The row whose menu it is has the keyboard again once the menu is closed.
  viewStore.setState({ selected: key })
  rowMenuStore.setState({ key, anchor })
}

export const pointAt = (x: number, y: number): Anchor => ({ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) })

/** The second click of a double click, ms after the first. */
const doubleClickMs = 500
let closedAt = Number.NEGATIVE_INFINITY

export function closeRowMenu(): void {
  closedAt = performance.now()
  rowMenuStore.setState({ key: null })
}

/** Whether a click now would be the second of a double click that was meant for the menu, not for the row below it. */
export const menuHasJustClosed = (): boolean => performance.now() - closedAt < doubleClickMs
