import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { FoundIssue } from '../../shared/issues'
import { cx } from '../parts/class-names'
import { copyText } from '../parts/copy-text'
import { Ago } from '../parts/moment'
import { ServerText } from '../parts/server-text'
import { Glyph } from '../parts/state-glyph'
import { showToast } from '../state/view'
import { revealIn, rowHeight, useKeepsInView } from './issue-row-place'
import type { Issues } from './use-issues'

type Props = {
  readonly kind: 'error' | 'warning'
  readonly issues: Issues
  /** The opened one, and where it stood when it was opened. */
  readonly opened: { readonly index: number; readonly found: FoundIssue } | null
  readonly onChoose: (index: number, found: FoundIssue) => void
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }

/** Only the lines in view are in the document, and only what is near them is read. */
export function IssueRows({ kind, issues, opened, onChoose }: Props) {
  const { at, want } = issues
  const total = issues.total ?? 0
  const scroller = useRef<HTMLDivElement>(null)
  const [, draw] = useState({})
  /** Where the keyboard is going; the row may not be there yet. */
  const going = useRef<number | null>(null)
  /** Where it has come to, until the page is drawn with that: the next key may be faster. */
  const come = useRef<{ readonly index: number; readonly before: Props['opened'] } | null>(null)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: rowHeight,
    overscan: 8,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  // New entries come before it: the mark stays with the entry, not with the place.
  const wanted = opened === null ? null : JSON.stringify(opened.found.issue)
  const stands = items.find(({ index }) => wanted !== null && JSON.stringify(at(index)?.issue) === wanted)?.index
  const chosen = stands ?? opened?.index ?? null
  useEffect(() => want(first, last), [want, first, last])
  useEffect(() => {
    if (come.current !== null && come.current.before !== opened) come.current = null
  })
  useEffect(() => {
    const index = going.current
    const found = index === null ? undefined : at(index)
    const row = scroller.current?.querySelector(`[data-row="${index}"]`)
    if (index === null || found === undefined || !(row instanceof HTMLElement)) return
    going.current = null
    row.focus({ preventScroll: true })
    // In a low window the page around the list scrolls too.
    row.scrollIntoView({ block: 'nearest' })
    if (index === chosen) return
    come.current = { index, before: opened }
    onChoose(index, found)
  })

  useKeepsInView(scroller, chosen)

  const onKey = (event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'preventDefault'>): void => {
    const from = going.current ?? come.current?.index ?? chosen ?? first - 1
    const here = event.key === 'c' && !event.ctrlKey && !event.metaKey ? at(from) : undefined
    if (here !== undefined && copyText(here.issue.entityKey)) {
      showToast('Copied the key.')
      event.preventDefault()
      return
    }
    const step = steps[event.key]
    const to = step !== undefined ? from + step : event.key === 'Home' ? 0 : event.key === 'End' ? total - 1 : null
    if (to === null || total === 0) return
    event.preventDefault()
    going.current = Math.min(total - 1, Math.max(0, to))
    if (scroller.current !== null) revealIn(scroller.current, going.current)
    draw({})
  }
  // The row that had the keyboard may have gone out of the document, or be read anew just now.
  useEffect(() => {
    const onLooseKey = (event: globalThis.KeyboardEvent) => {
      if (event.target === document.body && (going.current !== null || chosen !== null)) onKey(event)
    }
    // Before the page hears it, whose C copies the id of the job.
    document.addEventListener('keydown', onLooseKey, true)
    return () => document.removeEventListener('keydown', onLooseKey, true)
  })

  return (
    <div ref={scroller} className="min-h-0 min-w-0 flex-1 overflow-y-auto [contain:strict] low:min-h-40">
      <ul
        aria-label={kind === 'error' ? 'Errors' : 'Warnings'}
        onKeyDown={onKey}
        className="relative w-full"
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map(item => {
          const found = at(item.index)
          return (
            <li
              key={item.key}
              aria-setsize={total}
              aria-posinset={item.index + 1}
              className="absolute inset-x-0 top-0 h-13"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {found !== undefined && (
                <Row
                  kind={kind}
                  found={found}
                  index={item.index}
                  chosen={item.index === chosen}
                  stop={item.index === (chosen ?? 0)}
                  onChoose={onChoose}
                />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

type RowProps = {
  readonly kind: Props['kind']
  readonly found: FoundIssue
  readonly index: number
  readonly chosen: boolean
  readonly stop: boolean
  readonly onChoose: Props['onChoose']
}

/** Which item, what went wrong, in which step. */
const Row = ({ kind, found, index, chosen, stop, onChoose }: RowProps) => {
  const { issue, isFresh } = found
  return (
    <button
      type="button"
      data-row={index}
      tabIndex={stop ? 0 : -1}
      aria-pressed={chosen}
      onClick={() => onChoose(index, found)}
      className={cx(
        'grid h-full w-full grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 border-b border-line px-5 @max-lg/page:gap-x-2 @max-lg/page:px-3 text-left outline-offset-[-2px]',
        chosen ? 'bg-picked' : 'hover:bg-hover',
      )}
    >
      <Glyph name={kind === 'error' ? 'failed' : 'warned'} size="size-3.5" />
      <span className="min-w-0">
        <span className="flex min-w-0 items-baseline gap-x-2">
          <ServerText
            text={issue.entityKey}
            max={120}
            className="shrink-0 truncate max-w-3/5 font-mono text-sm font-medium"
          />
          <ServerText text={issue.errorType} max={60} className="min-w-0 flex-1 truncate text-sm text-faint" />
          {isFresh && <span className="rounded-full bg-accent px-1.5 text-xs font-semibold text-on-accent">new</span>}
          {issue.timestamp !== null && (
            <Ago iso={issue.timestamp.slice(0, 60)} className="shrink-0 text-sm whitespace-nowrap text-faint" />
          )}
        </span>
        <ServerText text={issue.message.replace(/\s+/g, ' ')} max={300} className="block truncate text-soft" />
      </span>
    </button>
  )
}
