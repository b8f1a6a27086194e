import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { cx } from '../parts/class-names'
import { ServerText } from '../parts/server-text'
import { branchesOf, leafText, summaryOf } from './value-branches'

type Props = {
  readonly value: unknown
  readonly depth?: number
  /** Deep values are open at first too. */
  readonly allOpen?: boolean
}

/** Deeper than this nothing is opened any more; the text of the value says so. */
const deepest = 12

/** Whatever a server put into a free field, as names and values; what is deep or long waits until it is opened. */
export function ValueTree({ value, depth = 0, allOpen = false }: Props) {
  const { branches, more } = branchesOf(value)
  return (
    <ul className={cx('min-w-0 text-sm', depth > 0 && 'ml-1.5 border-l border-line pl-3')}>
      {branches.map(([name, inner]) => (
        <li key={name} className="py-0.5">
          {summaryOf(inner) === null || depth >= deepest ? (
            <Leaf name={name} value={inner} />
          ) : (
            <Branch name={name} value={inner} depth={depth} allOpen={allOpen} />
          )}
        </li>
      ))}
      {more > 0 && <li className="py-0.5 text-faint">and {more} more</li>}
    </ul>
  )
}

function Leaf({ name, value }: { readonly name: string; readonly value: unknown }) {
  const { text, quiet } = leafText(value)
  return (
    <div className="grid grid-cols-[minmax(0,9.5rem)_minmax(0,1fr)] gap-x-3">
      <ServerText text={name} max={80} className="break-words text-soft" />
      <ServerText
        text={text}
        max={2_000}
        className={cx('min-w-0 break-words whitespace-pre-wrap select-text', quiet && 'text-faint')}
      />
    </div>
  )
}

type BranchProps = {
  readonly name: string
  readonly value: unknown
  readonly depth: number
  readonly allOpen: boolean
}

function Branch({ name, value, depth, allOpen }: BranchProps) {
  const [open, setOpen] = useState(allOpen || depth < 1)
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="-ml-1 flex max-w-full items-center gap-1 rounded px-1 text-left text-soft hover:bg-hover"
      >
        <ChevronRight size="0.75rem" aria-hidden className={cx('shrink-0 text-faint', open && 'rotate-90')} />
        <ServerText text={name} max={80} className="truncate" />
        <span className="shrink-0 text-faint">{summaryOf(value)}</span>
      </button>
      {open && <ValueTree value={value} depth={depth + 1} allOpen={allOpen} />}
    </>
  )
}
