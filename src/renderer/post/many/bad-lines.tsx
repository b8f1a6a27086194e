import { count } from '../../../shared/numbers'
import { ServerText } from '../../parts/server-text'
import { lineName } from './left-out'
import type { BadLine, Place } from './table'

const mostShown = 50

/** The rows that cannot be posted, each with its line in the file and the reason. */
export function BadLines({ bad, place }: { readonly bad: readonly BadLine[]; readonly place: Place }) {
  if (bad.length === 0) return null
  return (
    <ul aria-label="Rows left out" className="max-h-40 overflow-y-auto rounded-md bg-side px-3 py-2 text-sm">
      {bad.slice(0, mostShown).map(row => (
        <li key={row.line} className="flex gap-2 py-0.5">
          <span className="min-w-16 shrink-0 text-faint">{lineName(row, place)}</span>
          <ServerText text={row.why} max={200} className="min-w-0 break-words" />
        </li>
      ))}
      {bad.length > mostShown && <li className="py-0.5 text-faint">and {count(bad.length - mostShown)} more</li>}
    </ul>
  )
}
