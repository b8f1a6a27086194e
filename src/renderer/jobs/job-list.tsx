import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef, useState } from 'react'
import { viewStore } from '../state/view'
import type { Arranged } from './arrange'
import { GroupHeading } from './group-heading'
import { JobRow } from './job-row'
import { pickTo, togglePicked } from './picked'
import { rowMenuStore } from './row-menu-state'
import { useBeginsAtTop } from './use-begins-at-top'
import { useKeepsKeyboard } from './use-keeps-keyboard'
import { useListKeys } from './use-list-keys'
import { useRowTips } from './use-row-tips'

/** Above the list: the page's header. What else may stand there makes the list lower, and a row or two too many at first. */
const headerHeight = 56
/** Lines drawn beyond those in view, so that scrolling finds them there. */
const beyond = 3

/** Only the lines in view are in the document, and the one the keyboard stands on. */
export function JobList({ arranged }: { readonly arranged: Arranged }) {
  const { lines, keys } = arranged
  const scroller = useRef<HTMLDivElement>(null)
  const selected = viewStore(state => state.selected)
  const picked = viewStore(state => state.picked)
  const menuOf = rowMenuStore(state => state.key)
  // One row is always a stop of the Tab key: the selected one, or the first.
  const stop = selected !== null && keys.includes(selected) ? selected : keys[0]
  const stopAt = lines.findIndex(line => line.kind === 'job' && line.key === stop)

  // The same function for the same lines: with a new one the virtualiser would measure all rows anew at each drawing.
  const keyOf = useCallback(
    (index: number) => {
      const line = lines[index]
      return line === undefined ? index : line.kind === 'job' ? line.key : `heading ${line.group}`
    },
    [lines],
  )

  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    // As they are in a window of the usual width: each row that turns out otherwise moves all that are below it.
    estimateSize: index => (lines[index]?.kind === 'heading' ? 38 : 54),
    getItemKey: keyOf,
    overscan: useOncePainted() ? beyond : 0,
    // Before it is measured, the list is taken to be as high as it can be: so the rows are there at the first drawing.
    initialRect: { width: window.innerWidth, height: window.innerHeight - headerHeight },
    rangeExtractor: range => {
      const shown = defaultRangeExtractor(range)
      return stopAt < 0 || shown.includes(stopAt) ? shown : [...shown, stopAt].sort((a, b) => a - b)
    },
    initialOffset: () => viewStore.getState().scrolledTo,
    onChange: ({ scrollOffset }) => viewStore.setState({ scrolledTo: scrollOffset ?? 0 }),
  })

  useBeginsAtTop(scroller, {
    toTop: () => virtual.scrollToOffset(0),
    toRow: () => virtual.scrollToIndex(Math.max(0, stopAt)),
  })
  useKeepsKeyboard(scroller)
  useRowTips(scroller)
  const onKey = useListKeys({
    keys,
    page: useCallback(() => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / 60) - 1), []),
  })

  const latest = useRef(keys)
  latest.current = keys
  const onPick = useCallback((key: string, stretch: boolean) => {
    if (stretch) pickTo(latest.current, key, viewStore.getState().selected ?? key)
    else togglePicked(key)
  }, [])

  // The row that is to take the keyboard is brought into view; it takes it by itself.
  const focusRow = viewStore(state => state.focusRow)
  useEffect(() => {
    if (!focusRow || focusRow === 'still' || stopAt < 0) return
    // One line before it, which is its group's heading.
    if (focusRow === 'top') virtual.scrollToIndex(Math.max(0, stopAt - 1), { align: 'start' })
    else virtual.scrollToIndex(stopAt)
  }, [focusRow, stopAt, virtual])

  // A row that goes hands the keyboard to the one that takes its place.
  const stood = useRef(-1)
  useEffect(() => {
    const at = selected === null ? -1 : keys.indexOf(selected)
    const heir = keys[Math.min(stood.current, keys.length - 1)]
    if (at >= 0) stood.current = at
    else if (selected !== null && stood.current >= 0 && heir !== undefined && document.activeElement === document.body)
      viewStore.setState({ selected: heir, focusRow: true })
  }, [keys, selected])

  // With the keyboard nowhere, as after a row has gone, or in the sidebar, the keys still find the list.
  useEffect(() => {
    const onLooseKey = (event: KeyboardEvent) => {
      const { target } = event
      const aside = target instanceof HTMLElement && target.closest('aside') !== null
      // There, these two press the button that has the keyboard.
      if (target === document.body || (aside && event.key !== 'Enter' && event.key !== ' '))
        onKey(event, selected ?? '')
    }
    document.addEventListener('keydown', onLooseKey)
    return () => document.removeEventListener('keydown', onLooseKey)
  }, [onKey, selected])

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto [contain:strict]">
      <ul aria-label="Watched jobs" className="relative w-full" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(item => {
          const line = lines[item.index]
          if (line === undefined) return null
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {line.kind === 'heading' ? (
                <GroupHeading group={line.group} count={line.count} />
              ) : (
                <JobRow
                  jobKey={line.key}
                  selected={line.key === selected}
                  picked={picked.has(line.key)}
                  takesFocus={line.key === selected && focusRow !== false}
                  menuOpen={line.key === menuOf}
                  tabStop={item.index === stopAt}
                  onPick={onPick}
                  onKey={onKey}
                />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** False until what is in view has been painted. */
function useOncePainted(): boolean {
  const [painted, setPainted] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setPainted(true))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [])
  return painted
}
