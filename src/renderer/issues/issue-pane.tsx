import { Search, X } from 'lucide-react'
import { useEffect } from 'react'
import type { JobIssue } from '../../shared/job'
import { ValueTree } from '../job/value-tree'
import { Button } from '../parts/button'
import { CopyButton } from '../parts/copy-button'
import { IconButton } from '../parts/icon-button'
import { WholeTime } from '../parts/moment'
import { ServerText } from '../parts/server-text'
import { goTo, viewStore } from '../state/view'

type Props = { readonly issue: JobIssue; readonly onClose: () => void }

/** One entry, whole. */
export function IssuePane({ issue, onClose }: Props) {
  useEffect(() => {
    // Before the page hears it, for which Escape is the way back to the jobs.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || viewStore.getState().dialog !== null) return
      event.preventDefault()
      onClose()
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [onClose])
  return (
    <section
      aria-label="Entry"
      className="flex min-h-0 w-[20rem] shrink-0 flex-col overflow-y-auto border-l border-line bg-side px-5 py-3 select-text @max-2xl/page:max-h-3/5 @max-2xl/page:w-auto @max-2xl/page:border-t @max-2xl/page:border-l-0 @max-2xl/page:low:max-h-none @4xl/page:w-[24rem] @5xl/page:w-[28rem]"
    >
      <header className="flex items-start gap-1">
        <h2 className="min-w-0 flex-1 pt-0.5 font-mono font-semibold break-all">
          <ServerText text={issue.entityKey} max={300} />
        </h2>
        <CopyButton text={issue.entityKey} label="Copy the key" />
        <IconButton
          label="Close"
          keys="Esc"
          icon={<X size="0.9375rem" aria-hidden />}
          className="size-6"
          onClick={onClose}
        />
      </header>
      <dl className="mt-2 grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
        <Fact name="Type" text={issue.errorType} />
        <Fact name="Step" text={issue.step} />
        <Fact name="Item" text={issue.entityType} />
        {issue.timestamp !== null && (
          <>
            <dt className="text-faint">When</dt>
            <dd className="break-words">
              <WholeTime iso={issue.timestamp.slice(0, 60)} />
            </dd>
          </>
        )}
      </dl>
      <p className="mt-3 break-words whitespace-pre-wrap">
        <ServerText text={issue.message} max={4_000} />
      </p>
      {issue.details !== null && (
        <div className="mt-3 border-t border-line pt-3">
          <ValueTree value={issue.details} />
        </div>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <Button
          icon={<Search size="0.875rem" aria-hidden />}
          onClick={() => goTo({ view: 'find', key: issue.entityKey })}
        >
          Find in all jobs
        </Button>
        <CopyButton text={JSON.stringify(issue, null, 2)} label="Copy the entry as JSON" />
      </div>
    </section>
  )
}

const Fact = ({ name, text }: { readonly name: string; readonly text: string | null }) =>
  text !== null &&
  text !== '' && (
    <>
      <dt className="text-faint">{name}</dt>
      <dd className="break-words">
        <ServerText text={text} max={200} />
      </dd>
    </>
  )
