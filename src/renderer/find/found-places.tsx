import { ScanSearch } from 'lucide-react'
import { type ItemPlace, mostPlaces } from '../../shared/issues'
import { count } from '../../shared/numbers'
import { CopyButton } from '../parts/copy-button'
import { Empty } from '../parts/empty'
import { ServerText } from '../parts/server-text'
import { missingWords } from '../words/found-as'
import { foundSentence } from '../words/found-sentence'
import { ItemRow } from './item-row'
import type { Found } from './use-found'

/** Of the keys that are named nowhere, so many are shown; all of them are copied. */
const mostMissing = 50

export function FoundPlaces({ found }: { readonly found: Found }) {
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
        title="Which items?"
        text="Type a key, or how it begins, or paste many keys: every watched job is searched for where each failed, warned or was listed."
      />
    )
  }
  const { answer, of } = found
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <p role="status" aria-busy={answer.unread > 0} className="px-5 pt-3 pb-1 text-sm break-words text-soft">
        {foundSentence(answer, of)}
      </p>
      {answer.unread === 0 && answer.missing.length > 0 && <Missing keys={answer.missing} list={of.list} />}
      <ul aria-label="Places" className="pb-4">
        {withOrdinals(answer.places).map(({ id, place }) => (
          <li key={id}>
            <ItemRow place={place} />
          </li>
        ))}
      </ul>
      {answer.total > mostPlaces && (
        <p className="px-5 pb-4 text-sm text-faint">
          The first {count(mostPlaces)} are shown.{' '}
          {of.keys.length === 1 ? 'Type more of the key, or save the answer.' : 'Save the answer to see all.'}
        </p>
      )}
    </div>
  )
}

type MissingProps = { readonly keys: readonly string[]; readonly list: ItemPlace['list'] | undefined }

const Missing = ({ keys, list }: MissingProps) => (
  <section
    aria-label={list === undefined ? 'Named nowhere' : missingWords(list).head}
    className="flex items-center gap-3 border-b border-line px-5 pb-2"
  >
    <p className="min-w-0 flex-1 text-sm break-words text-soft">
      <span className="font-medium text-ink">{missingWords(list).head}:</span>{' '}
      <ServerText text={keys.slice(0, mostMissing).join(', ')} max={4_000} className="font-mono select-text" />
      {keys.length > mostMissing && ` and ${count(keys.length - mostMissing)} more`}
    </p>
    <CopyButton text={keys.join('\n')} label={missingWords(list).copy} />
  </section>
)

/** One list may name an item twice, so the place is part of what it is. */
const withOrdinals = (places: readonly ItemPlace[]) =>
  places.map((place, ordinal) => ({ id: `${ordinal} ${place.list} ${place.ref.jobId} ${place.key}`, place }))
