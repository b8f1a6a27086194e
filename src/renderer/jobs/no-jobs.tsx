import { Layers, SearchX } from 'lucide-react'
import type { ConnectionId } from '../../shared/connection'
import { Button } from '../parts/button'
import { Empty } from '../parts/empty'
import { openDialog, viewStore } from '../state/view'
import { noMatchSentence } from '../words/no-match'
import { idInFilter } from './pasted'
import { queryOf } from './query'

export function NoJobs({ scope }: { readonly scope: ConnectionId | null }) {
  const filter = viewStore(state => state.filter)
  if (filter !== '') {
    const id = idInFilter(filter)
    return (
      <Empty
        icon={<SearchX size="1.75rem" strokeWidth={1.5} aria-hidden />}
        title="No job matches"
        text={noMatchSentence(queryOf(filter))}
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
  return (
    <Empty
      icon={<Layers size="1.75rem" strokeWidth={1.5} aria-hidden />}
      title="No jobs watched yet"
      text="The APIs do not list jobs, so Jobtray watches those you name. Copy their ids and paste them here."
    >
      <Button look="primary" onClick={() => openDialog({ kind: 'watch', connectionId: scope, pasted: '' })}>
        Watch jobs
      </Button>
    </Empty>
  )
}
