import { useEffect, useState } from 'react'
import type { ItemAnswer } from '../../shared/issues'
import { type ItemQuery, mostKeys, splitKeys } from '../../shared/item-query'
import { sentenceOf } from '../state/attempt'
import type { Sought } from '../state/sought'

export type Found =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly of: ItemQuery; readonly answer: ItemAnswer }
  | { readonly kind: 'trouble'; readonly why: string }

/** Ms after the last key until the journal is asked, and until it is asked again while lists are still being read in. */
const pause = 80
const retry = 1_000

export const queryOf = ({ text, connectionId, jobType, list }: Sought): ItemQuery => ({
  keys: splitKeys(text).slice(0, mostKeys),
  connectionId,
  jobType,
  ...(list !== null && { list }),
})

/** Where what is sought is named; what was found before stays until the next answer. */
export function useFound(sought: Sought): Found {
  const [kept, keep] = useState<{ readonly of: string; readonly found: Found }>({ of: '', found: { kind: 'none' } })
  // The same keys in another spelling of the list are the same question.
  const asked = JSON.stringify(queryOf(sought))
  const { found } = kept
  const incomplete = found.kind === 'found' && kept.of === asked && found.answer.unread > 0 ? found.answer : null
  useEffect(() => {
    let live = true
    const ask = () => {
      const query: ItemQuery = JSON.parse(asked)
      const take = (next: Found) => live && keep({ of: asked, found: next })
      if (query.keys.length === 0) take({ kind: 'none' })
      else
        window.jobtray.findItem(query).then(
          answer => take({ kind: 'found', of: query, answer }),
          error => take({ kind: 'trouble', why: sentenceOf(error) }),
        )
    }
    const timer = setTimeout(ask, incomplete === null ? pause : retry)
    return () => {
      live = false
      clearTimeout(timer)
    }
  }, [asked, incomplete])
  return found
}
