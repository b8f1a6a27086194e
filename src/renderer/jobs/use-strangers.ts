import { useMemo } from 'react'
import { unseenWorries } from '../../shared/standing'
import { mirrorStore, useMirror } from '../state/mirror-store'
import { hasOneOf, queryOf } from './query'
import { searchTextOf } from './search'
import { type Holds, type Stranger, strangersOf } from './strangers'

const none: readonly Stranger[] = []

/** What is unknown in a filter; looked up anew when the filter changes or a job comes, goes or ends. */
export function useStrangers(filter: string): readonly Stranger[] {
  const shape = useMirror(mirror => mirror.shape)
  return useMemo(() => {
    const { mirror } = mirrorStore.getState()
    // The shape stands for the mirror, as in the list itself.
    if (mirror === null || shape < 0 || !/:|--/.test(filter)) return none
    const unseen = unseenWorries(mirror.notices)
    const holds: Holds = (field, value) => {
      for (const watched of mirror.jobs.values()) {
        const connection = mirror.connections.get(watched.ref.connectionId)?.name ?? ''
        const has =
          field === 'word'
            ? searchTextOf(watched, connection).includes(value)
            : hasOneOf(field, [value], watched, { connection, unseen })
        if (has) return true
      }
      return false
    }
    return strangersOf(queryOf(filter), holds)
  }, [filter, shape])
}
