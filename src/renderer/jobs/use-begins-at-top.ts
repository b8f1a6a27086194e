import { type RefObject, useDeferredValue, useLayoutEffect, useRef } from 'react'
import { viewStore } from '../state/view'
import { listViewStore } from './list-view'

type Moves = { readonly toTop: () => void; readonly toRow: () => void }

/**
 * Another filter, scope or order is another list, and begins at its top: above the old place there would be matches that
 * nobody sees. Where the keyboard stands on a row, that row stays in view instead. A list that is drawn anew, as after a
 * job's page, keeps its place.
 */
export function useBeginsAtTop(scroller: RefObject<HTMLElement | null>, { toTop, toRow }: Moves): void {
  // As late as the lines themselves are.
  const filter = useDeferredValue(viewStore(state => state.filter))
  const scope = viewStore(state => state.scope)
  const { sort, grouped } = listViewStore()
  const asked = JSON.stringify([filter, scope, sort, grouped])
  const before = useRef(asked)
  useLayoutEffect(() => {
    if (before.current === asked) return
    before.current = asked
    if (scroller.current?.contains(document.activeElement)) toRow()
    else toTop()
  })
}
