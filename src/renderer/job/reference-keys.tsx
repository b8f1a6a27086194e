import { Copy } from 'lucide-react'
import { useCallback, useState } from 'react'
import type { JobDetail, JobRef } from '../../shared/job'
import { count, counted } from '../../shared/numbers'
import { Button } from '../parts/button'
import { copyText } from '../parts/copy-text'
import { inputLook } from '../parts/field'
import { MoreButton, step } from '../parts/more-button'
import { ServerText } from '../parts/server-text'
import { sentenceOf } from '../state/attempt'
import { readFirst, useMore } from '../state/pages'
import { showToast } from '../state/view'

type Props = { readonly keys: JobDetail['referenceKeys']; readonly jobRef: JobRef }

/** The items this job was about, in the server's order; the API may name very many. */
export function ReferenceKeys({ keys, jobRef }: Props) {
  const { connectionId, jobId } = jobRef
  const [wanted, want] = useState(step)
  const [typed, type] = useState('')
  const sought = typed.trim().toLowerCase()
  const read = useCallback(
    (offset: number, limit: number) => window.jobtray.readReferenceKeys({ connectionId, jobId }, offset, limit),
    [connectionId, jobId],
  )
  // What is sought may stand anywhere: all of them are read then.
  const known = useMore({ first: keys.sample, total: keys.count, read }, sought === '' ? wanted : keys.count)
  const fitting = sought === '' ? known : known.filter(({ key }) => key.toLowerCase().includes(sought))
  const shown = fitting.slice(0, wanted)
  const copyAll = async () => {
    try {
      const all = await readFirst(read, keys.count)
      const copied = copyText(all.map(({ key }) => key).join('\n'))
      showToast(
        copied ? `Copied ${counted(all.length, 'key')}.` : 'The keys could not be copied.',
        copied ? 'calm' : 'bad',
      )
    } catch (error) {
      showToast(sentenceOf(error), 'bad')
    }
  }
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 pb-2">
        <input
          type="search"
          aria-label="Search the reference keys"
          placeholder="Key"
          spellCheck={false}
          value={typed}
          onChange={event => {
            type(event.target.value)
            want(step)
          }}
          onKeyDown={event => {
            if (event.key !== 'Escape' || typed === '') return
            event.preventDefault()
            type('')
          }}
          className={`${inputLook} max-w-64 min-w-32 flex-1`}
        />
        <Button className="min-h-8" icon={<Copy size="0.875rem" aria-hidden />} onClick={() => void copyAll()}>
          Copy all {count(keys.count)}
        </Button>
      </div>
      <p role="status" className="pb-2 text-sm text-soft empty:hidden">
        {sought !== '' && `${counted(fitting.length, 'key')} of ${count(keys.count)} with “${typed.trim()}”.`}
        {sought === '' &&
          shown.length < keys.count &&
          `The first ${count(shown.length)} of ${count(keys.count)} are shown; more come at the end of the list.`}
      </p>
      <ul className="columns-[12rem] gap-6 text-sm">
        {withOrdinals(shown).map(({ id, key }) => (
          <li key={id} className="flex min-w-0 gap-2 py-0.5">
            <ServerText text={key.key} max={80} className="truncate font-mono select-text" />
            <ServerText text={key.entityType} max={30} className="text-faint" />
          </li>
        ))}
      </ul>
      <MoreButton shown={shown.length} total={sought === '' ? keys.count : fitting.length} onWant={want} />
    </>
  )
}

/** The server's order never changes and a key may be named twice, so the place is part of what it is. */
const withOrdinals = (keys: JobDetail['referenceKeys']['sample']) =>
  keys.map((key, place) => ({ id: `${place} ${key.key}`, key }))
