import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { mostKeys, splitKeys } from '../../shared/item-query'
import { count } from '../../shared/numbers'
import { cx } from '../parts/class-names'
import { inputSkin } from '../parts/field'
import { PageHeader } from '../parts/page-header'
import { hashOf } from '../state/place'
import { findStore, nothingSought } from '../state/sought'
import { withoutTurns } from '../words/plain-text'
import { FoundPlaces } from './found-places'
import { Narrow } from './narrow'
import { useFound } from './use-found'

function seek(text: string): void {
  findStore.setState({ text })
  // A window that has to be loaded again comes back to the same search; many keys are no address.
  const key = text.length <= 200 && !text.includes('\n') ? text : ''
  window.history.replaceState(null, '', hashOf({ view: 'find', key }))
}

/** Escape empties the field, then gives the keyboard back. Keys, one or many, over all watched jobs: where each failed, warned or was listed. `sought`: begins anew with this one. */
export function FindPage({ sought }: { readonly sought: string }) {
  const wanted = findStore()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (sought !== '' && findStore.getState().text !== sought) findStore.setState({ ...nothingSought, text: sought })
    field.current?.focus()
    field.current?.select()
  }, [sought])
  const found = useFound(wanted)
  const keys = splitKeys(wanted.text).length
  return (
    <>
      <PageHeader title="Find an item">
        <search className="relative w-80 max-w-full min-w-40 shrink @max-lg/page:w-full">
          <Search size="0.875rem" aria-hidden className="pointer-events-none absolute top-2 left-2.5 text-faint" />
          <textarea
            ref={field}
            rows={1}
            aria-label="Keys of items"
            placeholder="SKU or document id; paste many, one a line"
            spellCheck={false}
            value={wanted.text}
            onChange={event => seek(withoutTurns(event.target.value))}
            onPaste={event => {
              // A column of a sheet ends in a line break, which would be one more, empty line.
              const pasted = event.clipboardData.getData('text/plain').trim()
              const { currentTarget: area } = event
              event.preventDefault()
              area.setRangeText(pasted, area.selectionStart, area.selectionEnd, 'end')
              seek(withoutTurns(area.value))
            }}
            onKeyDown={event => {
              if (event.key !== 'Escape') return
              event.preventDefault()
              // Many keys took a paste: they stay, and the keyboard is free.
              if (keys === 1) seek('')
              else event.currentTarget.blur()
            }}
            className={cx(inputSkin, 'block field-sizing-content max-h-32 min-h-7 resize-none py-1 pr-2 pl-8')}
          />
        </search>
      </PageHeader>
      {keys > mostKeys && (
        <p role="alert" className="px-5 pt-3 text-warn">
          {count(keys)} keys are too many at once: the first {count(mostKeys)} are looked for.
        </p>
      )}
      <Narrow sought={wanted} found={found} />
      <FoundPlaces found={found} />
    </>
  )
}
