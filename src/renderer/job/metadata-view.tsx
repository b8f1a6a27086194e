import { useDeferredValue, useState } from 'react'
import { CopyButton } from '../parts/copy-button'
import { inputLook } from '../parts/field'
import { prunedTo } from './pruned'
import { ValueTree } from './value-tree'

type Props = { readonly metadata: Readonly<Record<string, unknown>> | null }

/** What the server put into the free field, searched by name or value. */
export function MetadataView({ metadata }: Props) {
  const [typed, type] = useState('')
  const search = useDeferredValue(typed.trim())
  if (metadata === null || Object.keys(metadata).length === 0)
    return <p className="py-2 text-soft">The server sent no metadata.</p>
  const found = search === '' ? metadata : prunedTo(metadata, search)
  return (
    <>
      <div className="mb-3 flex items-center gap-1">
        <input
          type="search"
          aria-label="Search the metadata"
          placeholder="Name or value"
          spellCheck={false}
          maxLength={200}
          value={typed}
          onChange={event => type(event.target.value)}
          onKeyDown={event => {
            if (event.key !== 'Escape' || typed === '') return
            event.preventDefault()
            type('')
          }}
          className={`${inputLook} max-w-72`}
        />
        <CopyButton text={JSON.stringify(metadata, null, 2)} label="Copy the metadata as JSON" />
      </div>
      {found === undefined ? (
        <p className="text-soft">Nothing matches.</p>
      ) : (
        <ValueTree key={search} value={found} allOpen={search !== ''} />
      )}
    </>
  )
}
