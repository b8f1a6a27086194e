import { useState } from 'react'
import { cx } from '../parts/class-names'
import { jobTypesOf } from '../state/job-types'
import { useMirror } from '../state/mirror-store'
import { completions } from './complete'
import { partsOf } from './query'

/** What the filter could go on with. The types are those of the jobs that are watched. */
function useOffered(filter: string): readonly string[] {
  const wanted = useMirror(mirror => {
    // Only a filter that ends in the middle of a word is asked about, so that an idle list costs nothing.
    if (!/\S$/.test(filter)) return ''
    const known = {
      // Only a filter that is about types looks through all jobs for them.
      get types(): readonly string[] {
        return jobTypesOf(mirror)
      },
      connections: [...mirror.connections.values()].map(({ name }) => name),
    }
    return completions(filter, known).join('\n')
  })
  return wanted === '' ? [] : wanted.split('\n')
}

export type Completing = {
  readonly offered: readonly string[]
  /** Index of the one that the arrows stand on; -1: none. */
  readonly at: number
  readonly move: (step: number) => void
}

/** The offers for a filter, and which of them the arrows have chosen; a new letter chooses none. */
export function useCompleting(filter: string): Completing {
  const offered = useOffered(filter)
  const [chosen, choose] = useState({ filter, at: -1 })
  const at = chosen.filter === filter ? Math.min(chosen.at, offered.length - 1) : -1
  const many = offered.length + 1
  // One place more than there are offers: the field itself.
  return { offered, at, move: step => choose({ filter, at: ((at + 1 + step + many) % many) - 1 }) }
}

type Props = { readonly id: string; readonly completing: Completing; readonly onTake: (filter: string) => void }

export const Completions = ({ id, completing: { offered, at }, onTake }: Props) => (
  <div
    id={id}
    role="listbox"
    aria-label="How the filter may go on"
    className="absolute top-full left-0 z-20 mt-1 min-w-full rounded-lg bg-raised p-1 shadow-pop forced-colors:border"
  >
    {offered.map((whole, index) => (
      <button
        key={whole}
        id={`${id}-${index}`}
        type="button"
        role="option"
        aria-selected={index === at}
        tabIndex={-1}
        onMouseDown={event => event.preventDefault()}
        onClick={() => onTake(whole)}
        className={cx(
          'flex min-h-7 w-full items-center justify-between gap-4 rounded-md px-2 text-left whitespace-nowrap hover:bg-hover',
          index === at && 'bg-picked forced-colors:outline',
        )}
      >
        {partsOf(whole).at(-1)}
        {index === Math.max(0, at) && (
          <kbd aria-hidden className="font-sans text-xs text-faint">
            Tab
          </kbd>
        )}
      </button>
    ))}
  </div>
)
