import { TriangleAlert } from 'lucide-react'
import { count } from '../../shared/numbers'
import { viewStore } from '../state/view'
import type { Arranged } from './arrange'

/** Leads to the first job that needs attention, which may be far below what is going on. */
export function AttentionLink({ arranged }: { readonly arranged: Arranged }) {
  const at = arranged.lines.findIndex(line => line.kind === 'heading' && line.group === 'attention')
  const heading = arranged.lines[at]
  const first = arranged.lines[at + 1]
  if (heading?.kind !== 'heading' || first?.kind !== 'job' || at === 0) return null
  return (
    <button
      type="button"
      onClick={() => viewStore.setState({ selected: first.key, focusRow: true })}
      className="flex min-h-7 items-center gap-1.5 rounded-md px-2 text-warn hover:bg-hover"
    >
      <TriangleAlert size="0.875rem" aria-hidden className="shrink-0" />
      <span className="whitespace-nowrap">
        {count(heading.count)}
        <span className="@max-xl/page:sr-only"> {heading.count === 1 ? 'needs attention' : 'need attention'}</span>
      </span>
    </button>
  )
}
