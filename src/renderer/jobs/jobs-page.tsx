import { FilePlus, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ConnectionId } from '../../shared/connection'
import { counted } from '../../shared/numbers'
import { Button } from '../parts/button'
import { PageHeader } from '../parts/page-header'
import { ServerText } from '../parts/server-text'
import { useCanCreate } from '../state/can-create'
import type { Mirror } from '../state/mirror'
import { useMirror } from '../state/mirror-store'
import { goTo, openDialog, viewStore } from '../state/view'
import { AttentionLink } from './attention-link'
import { FilterField } from './filter-field'
import { FilterRemarks } from './filter-remarks'
import { FirstLooks } from './first-looks'
import { JobList } from './job-list'
import { NoJobs } from './no-jobs'
import { PickedBar } from './picked-bar'
import { RowMenuWhenAsked } from './row-menu-asked'
import { takeWhatIsPasted } from './take-pasted'
import { useArranged } from './use-arranged'
import { ViewMenuWhenAsked } from './view-menu-asked'

export function JobsPage() {
  const arranged = useArranged()
  const scope = viewStore(state => state.scope)
  const filtered = viewStore(state => state.filter !== '')
  // With nothing to list, the empty place itself says what to do.
  const bare = useMirror(mirror => isBare(mirror, scope)) && !filtered
  const listed = !bare && !(filtered && arranged.keys.length === 0)
  const scopeName = useMirror(mirror => (scope === null ? null : (mirror.connections.get(scope)?.name ?? null)))
  const canCreate = useCanCreate(scope)
  // By now, for the row will have taken the keyboard before the effects of the page are run.
  const [isAsked] = useState(() => viewStore.getState().focusRow !== false)
  useEffect(() => {
    if (!isAsked && viewStore.getState().selected !== null) viewStore.setState({ focusRow: true })
  }, [isAsked])
  useEffect(() => takeWhatIsPasted(scope), [scope])
  // The list that comes after none begins at its top.
  useEffect(() => {
    if (!listed) viewStore.setState({ scrolledTo: 0 })
  }, [listed])
  return (
    <>
      <PageHeader title={scopeName === null ? 'Jobs' : <ServerText text={scopeName} max={60} />}>
        <AttentionLink arranged={arranged} />
        {!bare && (
          <FilterField matches={filtered ? arranged.keys.length : null} onLeave={() => enterList(arranged.keys)} />
        )}
        {!bare && <ViewMenuWhenAsked />}
        {canCreate && (
          <Button
            icon={<FilePlus size="0.875rem" aria-hidden />}
            onClick={() => goTo({ view: 'create', postId: null })}
          >
            <span className="@max-xl/page:sr-only">Create job…</span>
          </Button>
        )}
        {!bare && (
          <Button
            look="primary"
            icon={<Plus size="0.9375rem" aria-hidden />}
            onClick={() => openDialog({ kind: 'watch', connectionId: scope, pasted: '' })}
          >
            <span className="@max-lg/page:sr-only">Watch jobs</span>
          </Button>
        )}
      </PageHeader>
      <FirstLooks scope={scope} />
      {listed ? (
        <>
          {filtered && <FilterRemarks />}
          <JobList arranged={arranged} />
        </>
      ) : (
        <NoJobs scope={scope} />
      )}
      <PickedBar arranged={arranged} />
      <RowMenuWhenAsked keys={arranged.keys} />
      <p role="status" className="sr-only">
        {filtered && counted(arranged.keys.length, 'job matches', 'jobs match')}
      </p>
    </>
  )
}

/** Gives the keyboard to the row it was on, or to the first. */
function enterList(keys: readonly string[]): void {
  const { selected } = viewStore.getState()
  const row = selected !== null && keys.includes(selected) ? selected : keys[0]
  if (row !== undefined) viewStore.setState({ selected: row, focusRow: true })
}

/** By the mirror and not by the lines, which come a moment later: the filter's field must not go from under the keyboard. */
function isBare({ jobs }: Mirror, scope: ConnectionId | null): boolean {
  if (scope === null) return jobs.size === 0
  for (const { ref } of jobs.values()) if (ref.connectionId === scope) return false
  return true
}
