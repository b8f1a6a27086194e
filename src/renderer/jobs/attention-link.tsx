import { TriangleAlert } from 'lucide-react'
import { count } from '../../shared/numbers'
import { viewStore } from '../state/view'
import type { Arranged } from './arrange'

/** Leads to the first job that needs attention, which may be far below what is going on. */
export function AttentionLink({ arranged: { attention, keys } }: { readonly arranged: Arranged }) {
  if (attention === null || attention.first === keys[0]) return null
  return (
    <button
      type="button"
      onClick={() => viewStore.setState({ selected: attention.first, focusRow: 'top' })}
      className="flex min-h-7 items-center gap-1.5 rounded-md px-2 text-warn hover:bg-hover"
    >
      <TriangleAlert size="0.875rem" aria-hidden className="shrink-0" />
      <span className="whitespace-nowrap">
        {count(attention.count)}
        <span className="@max-2xl/page:sr-only"> {attention.count === 1 ? 'needs attention' : 'need attention'}</span>
      </span>
    </button>
  )
}
