import { useDeferredValue, useMemo } from 'react'
import { mirrorStore, useMirror } from '../state/mirror-store'
import { viewStore } from '../state/view'
import { type Arranged, arrange } from './arrange'
import { listViewStore } from './list-view'
import { isRestless } from './sort'

const nothing: Arranged = { lines: [], keys: [] }

/** The list as it is to be shown. Progress alone arranges nothing anew, unless words are looked for in it. */
export function useArranged(): Arranged {
  const filter = useDeferredValue(viewStore(state => state.filter))
  const scope = viewStore(state => state.scope)
  const { sort, grouped } = listViewStore()
  const stamp = useMirror(mirror => (filter === '' && !isRestless(sort) ? mirror.shape : mirror.version))
  // The stamp stands for the mirror: reading it here and now keeps a mere change of progress from drawing the list.
  return useMemo(() => {
    const { mirror } = mirrorStore.getState()
    return mirror === null || stamp < 0 ? nothing : arrange(mirror, { filter, scope, sort, grouped })
  }, [stamp, filter, scope, sort, grouped])
}
