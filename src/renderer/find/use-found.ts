import { useEffect, useState } from 'react'
import type { ItemAnswer } from '../../shared/issues'
import { sentenceOf } from '../state/attempt'

export type Found =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly of: string; readonly answer: ItemAnswer }
  | { readonly kind: 'trouble'; readonly why: string }

/** Ms after the last key until the journal is asked, and until it is asked again while lists are still being read in. */
const pause = 80
const retry = 1_000

/** Where the wanted key is named; what was found before stays until the next answer. */
export function useFound(wanted: string): Found {
  const [found, keep] = useState<Found>({ kind: 'none' })
  const incomplete = found.kind === 'found' && found.of === wanted && !found.answer.isComplete ? found.answer : null
  useEffect(() => {
    let live = true
    const ask = () => {
      if (wanted === '') {
        keep({ kind: 'none' })
        return
      }
      window.jobtray.findItem(wanted).then(
        answer => live && keep({ kind: 'found', of: wanted, answer }),
        error => live && keep({ kind: 'trouble', why: sentenceOf(error) }),
      )
    }
    const timer = setTimeout(ask, incomplete === null ? pause : retry)
    return () => {
      live = false
      clearTimeout(timer)
    }
  }, [wanted, incomplete])
  return found
}
