import type { IssueGroup, IssueKind, IssueOverview } from '../../shared/issues'
import { count, counted } from '../../shared/numbers'
import { cx } from '../parts/class-names'
import { ServerText } from '../parts/server-text'

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
    <section aria-label="Groups" className="max-h-[38%] shrink-0 overflow-y-auto border-b border-line py-1.5">
      <ul>
        {groups.map(group => (
          <li key={[group.errorType, group.step, group.entityType].join('\n')}>
            <Group
              group={group}
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

type GroupProps = { readonly group: IssueGroup; readonly chosen: boolean; readonly onChoose: () => void }

const Group = ({ group, chosen, onChoose }: GroupProps) => (
  <button
    type="button"
    aria-pressed={chosen}
    onClick={onChoose}
    className={cx(
      'grid min-h-8 w-full grid-cols-[3.5rem_minmax(0,1fr)] items-baseline gap-x-3 px-5 py-1 text-left',
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
        className="min-w-40 flex-1 basis-40 truncate text-sm text-soft"
      />
    </span>
  </button>
)
