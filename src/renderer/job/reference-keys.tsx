import { useCallback, useState } from 'react'
import type { JobDetail, JobRef } from '../../shared/job'
import { count } from '../../shared/numbers'
import { MoreButton, step } from '../parts/more-button'
import { ServerText } from '../parts/server-text'
import { useMore } from '../state/pages'

type Props = { readonly keys: JobDetail['referenceKeys']; readonly jobRef: JobRef }

/** The items this job was about, in the server's order; the API may name very many. */
export function ReferenceKeys({ keys, jobRef }: Props) {
  const { connectionId, jobId } = jobRef
  const [wanted, want] = useState(step)
  const read = useCallback(
    (offset: number, limit: number) => window.jobtray.readReferenceKeys({ connectionId, jobId }, offset, limit),
    [connectionId, jobId],
  )
  const shown = useMore({ first: keys.sample, total: keys.count, read }, wanted)
  return (
    <>
      {shown.length < keys.count && (
        <p className="pb-2 text-sm text-soft">
          The first {count(shown.length)} of {count(keys.count)} are shown.
        </p>
      )}
      <ul className="columns-[12rem] gap-6 text-sm">
        {withOrdinals(shown).map(({ id, key }) => (
          <li key={id} className="flex min-w-0 gap-2 py-0.5">
            <ServerText text={key.key} max={80} className="truncate font-mono select-text" />
            <ServerText text={key.entityType} max={30} className="text-faint" />
          </li>
        ))}
      </ul>
      <MoreButton shown={shown.length} total={keys.count} onWant={want} />
    </>
  )
}

/** The server's order never changes and a key may be named twice, so the place is part of what it is. */
const withOrdinals = (keys: JobDetail['referenceKeys']['sample']) =>
  keys.map((key, place) => ({ id: `${place} ${key.key}`, key }))
