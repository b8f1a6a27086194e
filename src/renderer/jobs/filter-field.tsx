import { Search, X } from 'lucide-react'
import { type KeyboardEvent as FieldKey, useEffect, useId, useRef, useState } from 'react'
import { counted } from '../../shared/numbers'
import { cx } from '../parts/class-names'
import { inputSkin } from '../parts/field'
import { Keys } from '../parts/keys'
import { viewStore } from '../state/view'
import { Completions, useCompleting } from './completions'
import { filterOfPasted } from './pasted'

/** Whoever types has the keyboard: a row that was to take it, and comes back only now, must not. */
const setFilter = (filter: string): void => viewStore.setState({ filter, focusRow: false })

type Props = {
  /** How many jobs match; null: nothing is asked for. */
  readonly matches: number | null
  readonly onLeave: () => void
}

/** `/` comes here from anywhere on the page; Escape empties it, then gives the keyboard back to the list. */
export function FilterField({ matches, onLeave }: Props) {
  const filter = viewStore(state => state.filter)
  const field = useRef<HTMLInputElement>(null)
  const [here, setHere] = useState(false)
  const completing = useCompleting(filter)
  const id = useId()
  const { offered, at, move } = completing
  const open = here && offered.length > 0
  const onFieldKey = (event: FieldKey): void => {
    const offer = offered[Math.max(0, at)]
    if (event.key === 'Escape' && filter !== '') setFilter('')
    else if (open && event.key === 'ArrowDown') move(1)
    else if (open && event.key === 'ArrowUp') move(-1)
    else if (open && offer !== undefined && event.key === 'Enter' && at >= 0) setFilter(offer)
    else if (open && offer !== undefined && event.key === 'Tab' && !event.shiftKey) setFilter(offer)
    else if (['Escape', 'Enter', 'ArrowDown'].includes(event.key)) onLeave()
    else return
    event.preventDefault()
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [role="dialog"]')
      const find = event.key === 'f' && (event.ctrlKey || event.metaKey)
      if ((event.key === '/' && !typing) || find) {
        event.preventDefault()
        field.current?.select()
        field.current?.focus()
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <search className="@container/filter relative max-w-72 min-w-24 flex-1 basis-24">
      <Search
        size="0.875rem"
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-faint"
      />
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label="Filter jobs"
        aria-keyshortcuts="/"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-activedescendant={open && at >= 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        placeholder="Filter, or state:failed"
        spellCheck={false}
        value={filter}
        onFocus={() => setHere(true)}
        onBlur={() => setHere(false)}
        onChange={event => setFilter(event.target.value)}
        onKeyDown={onFieldKey}
        onPaste={event => {
          const named = filterOfPasted(event.clipboardData.getData('text/plain'))
          if (named === null) return
          event.preventDefault()
          setFilter(named)
        }}
        className={cx(inputSkin, 'h-7 pr-7 pl-8', filter !== '' && '@min-[13rem]/filter:pr-24')}
      />
      {filter === '' ? (
        <Keys
          keys="/"
          className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 rounded border border-line px-1 text-faint"
        />
      ) : (
        <>
          {matches !== null && (
            // The page says it to who does not see it.
            <span
              aria-hidden
              data-matches
              className="pointer-events-none absolute top-1/2 right-7 hidden -translate-y-1/2 text-sm text-faint @min-[13rem]/filter:block"
            >
              {counted(matches, 'job')}
            </span>
          )}
          <button
            type="button"
            aria-label="Clear the filter"
            onClick={() => {
              setFilter('')
              field.current?.focus()
            }}
            className="absolute top-1/2 right-1 inline-flex size-5 -translate-y-1/2 items-center justify-center rounded text-soft hover:bg-hover"
          >
            <X size="0.8125rem" aria-hidden />
          </button>
        </>
      )}
      {open && <Completions id={id} completing={completing} onTake={setFilter} />}
    </search>
  )
}
