import { FilePlus, Plus } from 'lucide-react'
import { useEffect } from 'react'
import { capabilities } from '../../shared/connection'
import { Button } from '../parts/button'
import { PageHeader } from '../parts/page-header'
import { ServerText } from '../parts/server-text'
import { useMirror } from '../state/mirror-store'
import { goTo, openDialog, viewStore } from '../state/view'
import { AttentionLink } from './attention-link'
import { FilterField } from './filter-field'
import { JobList } from './job-list'
import { NoJobs } from './no-jobs'
import { PickedBar } from './picked-bar'
import { useArranged } from './use-arranged'
import { ViewMenu } from './view-menu'

export function JobsPage() {
  const arranged = useArranged()
  const scope = viewStore(state => state.scope)
  const filtered = viewStore(state => state.filter !== '')
  // With nothing to list, the empty place itself says what to do.
  const bare = arranged.keys.length === 0 && !filtered
  const scopeName = useMirror(mirror => (scope === null ? null : (mirror.connections.get(scope)?.name ?? null)))
  const canCreate = useMirror(mirror =>
    [...mirror.connections.values()].some(
      ({ id, vendor }) => capabilities[vendor].create && (scope === null || scope === id),
    ),
  )
  useEffect(() => {
    if (viewStore.getState().selected !== null) viewStore.setState({ focusRow: true })
  }, [])
  useEffect(() => watchWhatIsPasted(scope), [scope])
  return (
    <>
      <PageHeader title={scopeName === null ? 'Jobs' : <ServerText text={scopeName} max={60} />}>
        <AttentionLink arranged={arranged} />
        {!bare && <FilterField onLeave={() => enterList(arranged.keys)} />}
        {!bare && <ViewMenu />}
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
      {arranged.keys.length === 0 ? <NoJobs scope={scope} /> : <JobList arranged={arranged} />}
      <PickedBar arranged={arranged} />
    </>
  )
}

/** Gives the keyboard to the row it was on, or to the first. */
function enterList(keys: readonly string[]): void {
  const { selected } = viewStore.getState()
  const row = selected !== null && keys.includes(selected) ? selected : keys[0]
  if (row !== undefined) viewStore.setState({ selected: row, focusRow: true })
}

/** Ids pasted anywhere on the page open the dialog with them in it. */
function watchWhatIsPasted(connectionId: string | null): () => void {
  const onPaste = (event: ClipboardEvent) => {
    const { target } = event
    if (target instanceof HTMLElement && target.closest('input, textarea, select, [role="dialog"]')) return
    const pasted = event.clipboardData?.getData('text/plain').trim() ?? ''
    if (pasted !== '' && viewStore.getState().dialog === null) openDialog({ kind: 'watch', connectionId, pasted })
  }
  document.addEventListener('paste', onPaste)
  return () => document.removeEventListener('paste', onPaste)
}
