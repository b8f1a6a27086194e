import { useMirror } from '../state/mirror-store'
import { completions } from './query'

/** What the filter could go on with; null: nothing to offer. The types are those of the jobs that are watched. */
export function useCompletions(filter: string): readonly string[] {
  const wanted = useMirror(mirror => {
    // Only a filter that ends in a word is asked about, so that an idle list costs nothing.
    if (!/\S$/.test(filter)) return ''
    const types = [...new Set([...mirror.jobs.values()].flatMap(({ job }) => job?.jobType ?? []))].sort()
    const connections = [...mirror.connections.values()].map(({ name }) => name)
    return completions(filter, { types, connections }).join('\n')
  })
  return wanted === '' ? [] : wanted.split('\n')
}

type Props = { readonly offered: readonly string[]; readonly onTake: (filter: string) => void }

export const Completions = ({ offered, onTake }: Props) => (
  <div className="absolute top-full left-0 z-20 mt-1 min-w-full rounded-lg bg-raised p-1 shadow-pop forced-colors:border">
    {offered.map((whole, index) => (
      <button
        key={whole}
        type="button"
        tabIndex={-1}
        onMouseDown={event => event.preventDefault()}
        onClick={() => onTake(whole)}
        className="flex min-h-7 w-full items-center justify-between gap-4 rounded-md px-2 text-left whitespace-nowrap hover:bg-hover"
      >
        {whole.trim().split(/\s+/).at(-1)}
        {index === 0 && <kbd className="font-sans text-xs text-faint">Tab</kbd>}
      </button>
    ))}
  </div>
)
