import { useEffect, useState } from 'react'
import { type IssueListName, type IssueOverview, noFilter } from '../../shared/issues'
import { type JobRef, refKey } from '../../shared/job'
import { count } from '../../shared/numbers'
import { ServerText } from '../parts/server-text'
import { Glyph } from '../parts/state-glyph'
import { useMirror } from '../state/mirror-store'

type Props = {
  readonly jobRef: JobRef
  readonly list: IssueListName
  readonly listed: number
  readonly onOpen: () => void
}

const most = 4

/** What went wrong most, in a line each; the rest has a page of its own. */
export function IssueSummary({ jobRef, list, listed, onOpen }: Props) {
  const { connectionId, jobId } = jobRef
  const seenAt = useMirror(mirror => mirror.jobs.get(refKey(jobRef))?.seenAt ?? null)
  const [overview, setOverview] = useState<IssueOverview | null>(null)
  useEffect(() => {
    if (listed === 0 || seenAt === null) return
    let live = true
    window.jobtray.readIssues({ connectionId, jobId }, list, noFilter).then(
      answer => live && setOverview(answer),
      () => undefined,
    )
    return () => {
      live = false
    }
  }, [connectionId, jobId, list, listed, seenAt])
  if (listed === 0 || overview === null || overview.total === 0) return null
  const { groups, groupCount, fresh } = overview
  return (
    <section aria-label={list === 'errors' ? 'What failed' : 'What warned'}>
      <ul className="flex flex-col gap-1">
        {groups.slice(0, most).map(group => (
          <li
            key={[group.errorType, group.step, group.entityType].join('\n')}
            className="grid grid-cols-[auto_auto_minmax(0,1fr)] items-baseline gap-x-2 select-text"
          >
            <Glyph name={list === 'errors' ? 'failed' : 'warned'} size="size-3.5" className="translate-y-0.5" />
            <span className="font-semibold">{count(group.count)}</span>
            <span className="flex min-w-0 items-baseline gap-x-2">
              <ServerText text={group.errorType || 'no type'} max={60} className="shrink-0 truncate max-w-1/2" />
              <span className="max-w-1/3 shrink-0 truncate text-sm text-faint">
                <ServerText text={group.step ?? group.entityType} max={40} />
              </span>
              <ServerText text={group.sample.message} max={200} className="truncate text-sm text-soft" />
            </span>
          </li>
        ))}
      </ul>
      <button type="button" className="mt-1 -ml-1 min-h-6 rounded px-1 text-accent hover:underline" onClick={onOpen}>
        {overview.total === 1 ? `Show the ${list.slice(0, -1)}` : `Show all ${count(overview.total)} ${list}`}
        {groupCount > most && ` in ${count(groupCount)} groups`}
        {fresh !== null && fresh > 0 && `, ${count(fresh)} new`}
      </button>
    </section>
  )
}
