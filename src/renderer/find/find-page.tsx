import { ScanSearch, Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { type ItemPlace, mostPlaces } from '../../shared/issues'
import { count } from '../../shared/numbers'
import { Empty } from '../parts/empty'
import { inputSkin } from '../parts/field'
import { PageHeader } from '../parts/page-header'
import { hashOf } from '../state/place'
import { foundSentence } from '../words/found-sentence'
import { ItemRow } from './item-row'
import { type Found, useFound } from './use-found'

/** One key over all watched jobs: where it failed, where it warned, where it was listed. */
export function FindPage({ sought }: { readonly sought: string }) {
  const [typed, type] = useState(sought)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const found = useFound(typed.trim())
  return (
    <>
      <PageHeader title="Find an item">
        <search className="relative w-72 max-w-full min-w-40 shrink">
          <Search
            size="0.875rem"
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-faint"
          />
          <input
            ref={field}
            type="search"
            aria-label="Key of the item"
            placeholder="SKU, document id, or its beginning"
            spellCheck={false}
            maxLength={200}
            value={typed}
            onChange={event => {
              type(event.target.value)
              // A window that has to be loaded again comes back to the same search.
              window.history.replaceState(null, '', hashOf({ view: 'find', key: event.target.value }))
            }}
            className={`${inputSkin} h-7 pr-2 pl-8`}
          />
        </search>
      </PageHeader>
      <Places found={found} />
    </>
  )
}

function Places({ found }: { readonly found: Found }) {
  if (found.kind === 'trouble') {
    return (
      <p role="alert" className="px-5 py-4 text-bad">
        {found.why}
      </p>
    )
  }
  if (found.kind === 'none') {
    return (
      <Empty
        icon={<ScanSearch size="1.75rem" strokeWidth={1.5} aria-hidden />}
        title="Which item?"
        text="Type its key, or how it begins: every watched job is searched for where it failed, warned or was listed."
      />
    )
  }
  const { answer, of } = found
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <p role="status" className="px-5 pt-3 pb-1 text-sm break-words text-soft">
        {foundSentence(answer, of)}
      </p>
      <ul aria-label="Places" className="pb-4">
        {withOrdinals(answer.places).map(({ id, place }) => (
          <li key={id}>
            <ItemRow place={place} />
          </li>
        ))}
      </ul>
      {answer.total > mostPlaces && (
        <p className="px-5 pb-4 text-sm text-faint">The first {count(mostPlaces)} are shown. Type more of the key.</p>
      )}
    </div>
  )
}

/** One list may name an item twice, so the place is part of what it is. */
const withOrdinals = (places: readonly ItemPlace[]) =>
  places.map((place, ordinal) => ({ id: `${ordinal} ${place.list} ${place.ref.jobId} ${place.key}`, place }))
