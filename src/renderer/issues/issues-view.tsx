import { Search, X } from 'lucide-react'
import { useDeferredValue, useEffect, useState } from 'react'
import type { FoundIssue, IssueKind, IssueListName } from '../../shared/issues'
import type { JobRef } from '../../shared/job'
import { count } from '../../shared/numbers'
import { cx } from '../parts/class-names'
import { inputSkin } from '../parts/field'
import { ServerText } from '../parts/server-text'
import { listedSentence } from '../words/listed-sentence'
import { IssueGroups } from './issue-groups'
import { IssuePane } from './issue-pane'
import { IssueRows } from './issue-rows'
import { SaveActs } from './save-acts'
import { useIssues } from './use-issues'

type Props = {
  readonly list: IssueListName
  readonly jobRef: JobRef
  /** How many entries the server listed, and how many items it counted. */
  readonly listed: number
  readonly reported: number | null
  /** What is looked for at first. */
  readonly search: string
}

/** All errors, or all warnings, of a job: groups, the list, and one entry. */
export function IssuesView({ list, jobRef, listed, reported, search }: Props) {
  const [typed, type] = useState(search)
  const [kind, setKind] = useState<IssueKind | null>(null)
  const [fresh, setFresh] = useState(false)
  const [chosen, choose] = useState<{ readonly index: number; readonly found: FoundIssue } | null>(null)
  const filter = { search: useDeferredValue(typed), kind, fresh }
  const issues = useIssues(jobRef, list, filter)
  useLooked(jobRef, list)
  const { overview, trouble, total } = issues
  const word = list === 'errors' ? 'error' : 'warning'
  const sentence = overview === null ? '' : listedSentence(word, overview.total, listed, reported)
  const narrow = (act: () => void) => {
    choose(null)
    act()
  }
  if (trouble !== null && overview === null) {
    return (
      <p role="alert" className="px-5 py-4 text-bad">
        {trouble}
      </p>
    )
  }
  if (overview === null) return <p className="px-5 py-4 text-soft">Reading…</p>
  if (overview.total === 0) return <p className="px-5 py-4 text-soft">{sentence}</p>
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-5 py-2 @max-lg/page:px-3 @max-lg/page:py-1.5">
        <search className="relative min-w-32 flex-1 basis-32">
          <Search
            size="0.875rem"
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-faint"
          />
          <input
            type="search"
            aria-label={`Search the ${list}`}
            placeholder="Key, message, details"
            spellCheck={false}
            maxLength={200}
            value={typed}
            onChange={event => narrow(() => type(event.target.value))}
            onKeyDown={event => {
              if (event.key !== 'Escape' || typed === '') return
              event.preventDefault()
              narrow(() => type(''))
            }}
            className={cx(inputSkin, 'h-7 pr-2 pl-8')}
          />
        </search>
        {kind !== null && (
          <button
            type="button"
            aria-label={`Only ${kind.errorType || 'entries of no type'}: show all groups`}
            onClick={() => narrow(() => setKind(null))}
            className="flex min-h-7 max-w-48 min-w-0 items-center gap-1.5 rounded-md bg-picked px-2.5 inset-ring inset-ring-accent forced-colors:border"
          >
            <ServerText text={kind.errorType || 'no type'} max={60} className="truncate" />
            <X size="0.8125rem" aria-hidden className="shrink-0 text-soft" />
          </button>
        )}
        {overview.fresh !== null && overview.fresh > 0 && (
          <button
            type="button"
            aria-pressed={fresh}
            onClick={() => narrow(() => setFresh(!fresh))}
            className={cx(
              'min-h-7 rounded-md px-2.5 whitespace-nowrap inset-ring forced-colors:border',
              fresh ? 'bg-picked font-medium text-ink inset-ring-accent' : 'text-soft inset-ring-edge hover:bg-hover',
            )}
          >
            {count(overview.fresh)} new since you looked
          </button>
        )}
        <SaveActs jobRef={jobRef} list={list} filter={filter} many={total ?? 0} />
      </div>
      {sentence !== '' && (
        <p className="shrink-0 border-b border-line px-5 py-1.5 text-sm text-soft @max-lg/page:px-3 @max-lg/page:py-1">
          {sentence}
        </p>
      )}
      {/* In a narrow page the list and the opened entry share what there is: the groups wait until it is closed. */}
      <div className={cx('contents', chosen !== null && '@max-2xl/page:hidden')}>
        <IssueGroups overview={overview} chosen={kind} onChoose={next => narrow(() => setKind(next))} />
      </div>
      <div className="relative flex min-h-0 flex-1 @max-2xl/page:flex-col low:min-h-64">
        {total === 0 ? (
          <p className="px-5 py-4 text-soft">{kind === null ? 'Nothing matches.' : 'Nothing in this group matches.'}</p>
        ) : (
          <IssueRows
            kind={word}
            issues={issues}
            opened={chosen}
            onChoose={(index, found) => choose({ index, found })}
          />
        )}
        {chosen !== null && <IssuePane issue={chosen.found.issue} onClose={() => choose(null)} />}
      </div>
    </div>
  )
}

/** Leaving the list, or the window, is having looked at it. */
function useLooked({ connectionId, jobId }: JobRef, list: IssueListName): void {
  useEffect(() => {
    const looked = () => void window.jobtray.issuesLooked({ connectionId, jobId }, list).catch(() => undefined)
    const onHidden = () => {
      if (document.visibilityState === 'hidden') looked()
    }
    document.addEventListener('visibilitychange', onHidden)
    return () => {
      document.removeEventListener('visibilitychange', onHidden)
      looked()
    }
  }, [connectionId, jobId, list])
}
