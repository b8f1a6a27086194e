import { useEffect, useRef } from 'react'
import type { IssueGroup, IssueKind, IssueOverview } from '../../shared/issues'
import { count, counted } from '../../shared/numbers'
import { cx } from '../parts/class-names'
import { Ago } from '../parts/moment'
import { ServerText } from '../parts/server-text'
import { useClock } from '../state/clock'
import { clockText, wholeTime } from '../words/times'

const sameKind = (a: IssueKind | null, b: IssueKind): boolean =>
  a !== null && a.errorType === b.errorType && a.step === b.step && a.entityType === b.entityType

type Props = {
  readonly overview: IssueOverview
  readonly chosen: IssueKind | null
  readonly onChoose: (kind: IssueKind | null) => void
}

/** Alike entries as one line each, most first; choosing one narrows the list below to it. */
export function IssueGroups({ overview, chosen, onChoose }: Props) {
  const { groups, groupCount } = overview
  if (groups.length === 0) return null
  return (
    <section
      aria-label="Groups"
      className="max-h-[38%] shrink-0 overflow-y-auto border-b border-line py-1.5 @max-lg/page:max-h-[30%] @max-lg/page:py-1 low:max-h-40"
    >
      <ul>
        {groups.map(group => (
          <li key={[group.errorType, group.step, group.entityType].join('\n')}>
            <Group
              group={group}
              digits={count(groups[0]?.count ?? 0).length}
              chosen={sameKind(chosen, group)}
              onChoose={() => {
                const { errorType, step, entityType } = group
                onChoose(sameKind(chosen, group) ? null : { errorType, step, entityType })
              }}
            />
          </li>
        ))}
      </ul>
      {groupCount > groups.length && (
        <p className="px-5 py-1 text-sm text-faint">and {counted(groupCount - groups.length, 'more group')}</p>
      )}
    </section>
  )
}

type GroupProps = {
  readonly group: IssueGroup
  /** Of the largest count: so wide is its column, and the names stand where those of the rows do. */
  readonly digits: number
  readonly chosen: boolean
  readonly onChoose: () => void
}

function Group({ group, digits, chosen, onChoose }: GroupProps) {
  const row = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // It may have stood at the edge, half of it in sight.
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <button
      ref={row}
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      style={{ gridTemplateColumns: `max(0.875rem, ${digits + 0.5}ch) minmax(0, 1fr) auto` }}
      className={cx(
        'grid min-h-8 w-full items-baseline gap-x-3 px-5 py-1 text-left',
        '@max-lg/page:min-h-7 @max-lg/page:gap-x-2 @max-lg/page:px-3',
        chosen ? 'bg-picked forced-colors:outline' : 'hover:bg-hover',
      )}
    >
      <span className="text-right font-semibold">{count(group.count)}</span>
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <ServerText text={group.errorType || 'no type'} max={120} className="max-w-full truncate font-medium" />
        <span className="max-w-full truncate text-sm text-faint">
          <ServerText text={group.entityType} max={40} />
          {group.step !== null && (
            <>
              {' · '}
              <ServerText text={group.step} max={60} />
            </>
          )}
        </span>
        {group.fresh > 0 && (
          <span className="rounded-full bg-accent px-1.5 text-xs font-semibold text-on-accent">
            {count(group.fresh)} new
          </span>
        )}
        <ServerText
          text={group.sample.message}
          max={200}
          className="min-w-40 flex-1 basis-40 truncate text-sm text-soft @max-lg/page:hidden"
        />
      </span>
      {group.last !== null && group.first !== null && <Span first={group.first} last={group.last} />}
    </button>
  )
}

/** When the newest came; from when on they have been coming is said where one points. */
function Span({ first, last }: { readonly first: string; readonly last: string }) {
  const whole = useClock(now => `First ${wholeTime(now, first)}, last ${wholeTime(now, last)}`)
  const since = useClock(now => clockText(now, first))
  return (
    <span title={whole} className="text-sm whitespace-nowrap text-faint">
      {first !== last && <span className="@max-3xl/page:hidden">since {since} · </span>}
      <Ago iso={last} />
    </span>
  )
}
