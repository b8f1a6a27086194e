import { Layers, SearchX } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ConnectionId } from '../../shared/connection'
import { Button } from '../parts/button'
import { Empty } from '../parts/empty'
import { undoForget, undoStore, whatOf } from '../state/forget'
import { useMirror } from '../state/mirror-store'
import { openDialog, viewStore } from '../state/view'
import { noMatchSentence } from '../words/no-match'
import { idInFilter } from './pasted'
import { queryOf } from './query'
import { useStrangers } from './use-strangers'

export function NoJobs({ scope }: { readonly scope: ConnectionId | null }) {
  const filter = viewStore(state => state.filter)
  const strangers = useStrangers(filter)
  if (filter !== '') {
    const id = idInFilter(filter)
    return (
      <Empty
        icon={<SearchX size="1.75rem" strokeWidth={1.5} aria-hidden />}
        title="No job matches"
        text={noMatchSentence(queryOf(filter), strangers)}
      >
        {id !== null && (
          <Button look="primary" onClick={() => openDialog({ kind: 'watch', connectionId: scope, pasted: id })}>
            Watch this id…
          </Button>
        )}
        <Button onClick={() => viewStore.setState({ filter: '' })}>Clear the filter</Button>
      </Empty>
    )
  }
  return <NothingWatched scope={scope} />
}

/** Nothing yet, or nothing any more: what was let go can be had back. */
function NothingWatched({ scope }: { readonly scope: ConnectionId | null }) {
  const letGo = undoStore(({ steps }) => steps.at(-1))
  const wasUsed = useMirror(mirror => mirror.notices.length > 0) || letGo !== undefined
  const acts = useRef<HTMLDivElement>(null)
  // The last row has gone, and the keyboard with it.
  useEffect(() => {
    if (document.activeElement === document.body) acts.current?.querySelector('button')?.focus()
  }, [])
  return (
    <Empty
      icon={<Layers size="1.75rem" strokeWidth={1.5} aria-hidden />}
      title={wasUsed ? 'No jobs are watched now' : 'No jobs watched yet'}
      text="The APIs do not list jobs, so Jobtray watches those you name. Copy their ids and paste them here."
    >
      <div ref={acts} className="contents">
        <Button look="primary" onClick={() => openDialog({ kind: 'watch', connectionId: scope, pasted: '' })}>
          Watch jobs
        </Button>
        {letGo && <Button onClick={undoForget}>Watch {whatOf(letGo)} again</Button>}
      </div>
    </Empty>
  )
}
