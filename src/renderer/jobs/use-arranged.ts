import { useDeferredValue, useMemo, useRef } from 'react'
import { useClock } from '../state/clock'
import { mirrorStore, useMirror } from '../state/mirror-store'
import { viewStore } from '../state/view'
import { type Arranged, arrange, sameLines } from './arrange'
import { listViewStore } from './list-view'
import { type Order, orderOf } from './order'
import { isRestless } from './sort'

const nothing: Arranged = { lines: [], keys: [], attention: null }

/**
 * The list as it is to be shown. Progress alone arranges nothing anew; where its order or its filter hangs on progress,
 * it does so once a second at most, for rows that jump with every answer cannot be read.
 */
export function useArranged(): Arranged {
  const filter = useDeferredValue(viewStore(state => state.filter))
  const scope = viewStore(state => state.scope)
  const { sort, grouped } = listViewStore()
  const shape = useMirror(mirror => mirror.shape)
  const hangsOnProgress = filter !== '' || isRestless(sort)
  const second = useClock(now => (hangsOnProgress ? String(Math.floor(now / 1_000)) : ''))
  const kept = useRef<{ readonly order: Order | null; readonly arranged: Arranged }>({ order: null, arranged: nothing })
  return useMemo(() => {
    const { mirror } = mirrorStore.getState()
    // Both stand for the mirror: reading it here and now keeps a mere change of progress from drawing the list.
    if (mirror === null || shape < 0 || second === '-') return nothing
    const order = orderOf(mirror, { sort, grouped }, kept.current.order)
    const next = arrange(mirror, { filter, scope, sort, grouped }, order)
    const arranged = sameLines(kept.current.arranged, next) ? kept.current.arranged : next
    kept.current = { order, arranged }
    return arranged
  }, [shape, second, filter, scope, sort, grouped])
}
