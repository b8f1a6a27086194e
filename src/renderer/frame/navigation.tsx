import { Bell, Cable, Layers, ScanSearch, SendHorizontal, Settings } from 'lucide-react'
import type { ReactNode } from 'react'
import { count, shortCount } from '../../shared/numbers'
import { groupOf, unseenWorries } from '../../shared/standing'
import { cx } from '../parts/class-names'
import { outboxBadge } from '../post/outbox/grouped-posts'
import type { Mirror } from '../state/mirror'
import { useMirror } from '../state/mirror-store'
import { goTo, listJobsOf, viewStore } from '../state/view'

let counted = { shape: -1, active: 0 }

/** How many go on, by the same rule as the list's heading; counted anew only when the list may have changed. */
function activeOf(mirror: Mirror): number {
  if (mirror.shape === counted.shape) return counted.active
  const unseen = unseenWorries(mirror.notices)
  let active = 0
  for (const watched of mirror.jobs.values()) if (groupOf(watched, unseen) === 'active') active += 1
  counted = { shape: mirror.shape, active }
  return active
}

export function Navigation() {
  const view = viewStore(state => state.view.view)
  const scoped = viewStore(state => state.scope !== null)
  const active = useMirror(activeOf)
  const unseen = useMirror(mirror => mirror.notices.reduce((sum, notice) => sum + (notice.seen ? 0 : 1), 0))
  const posts = useMirror(mirror => mirror.posts)
  const runs = useMirror(mirror => mirror.runs)
  const outbox = outboxBadge(posts, runs)
  return (
    <nav aria-label="Main" className="flex gap-0.5 @max-2xl/window:flex-wrap @2xl/window:flex-col">
      <Entry
        icon={<Layers size="0.9375rem" aria-hidden />}
        label="Jobs"
        here={(view === 'jobs' && !scoped) || view === 'job' || view === 'desk' || view === 'create'}
        badge={active}
        badgeLabel={`${count(active)} active`}
        onOpen={() => listJobsOf(null)}
      />
      <Entry
        icon={<ScanSearch size="0.9375rem" aria-hidden />}
        label="Find an item"
        here={view === 'find'}
        small
        onOpen={() => goTo({ view: 'find', key: '' })}
      />
      <Entry
        icon={<Bell size="0.9375rem" aria-hidden />}
        label="Inbox"
        here={view === 'inbox'}
        badge={unseen}
        badgeLabel={`${count(unseen)} unread`}
        loud
        onOpen={() => goTo({ view: 'inbox' })}
      />
      <Entry
        icon={<SendHorizontal size="0.9375rem" aria-hidden />}
        label="Outbox"
        here={view === 'outbox'}
        badge={outbox.count}
        badgeLabel={
          outbox.loud ? `${count(outbox.count)}, and you are to decide` : `${count(outbox.count)} not sent yet`
        }
        loud={outbox.loud}
        small="narrow"
        onOpen={() => goTo({ view: 'outbox' })}
      />
      <Entry
        icon={<Cable size="0.9375rem" aria-hidden />}
        label="Connections"
        here={view === 'connections'}
        small
        onOpen={() => goTo({ view: 'connections' })}
      />
      <Entry
        icon={<Settings size="0.9375rem" aria-hidden />}
        label="Settings"
        here={view === 'settings' || view === 'diagnostics'}
        small
        onOpen={() => goTo({ view: 'settings' })}
      />
    </nav>
  )
}

type EntryProps = {
  readonly icon: ReactNode
  readonly label: ReactNode
  readonly here: boolean
  readonly badge?: number
  readonly badgeLabel?: string
  readonly loud?: boolean
  /** Only its icon is shown where there is little room; `narrow`: where there is next to none. */
  readonly small?: boolean | 'narrow'
  readonly onOpen: () => void
}

export function Entry({ icon, label, here, badge = 0, badgeLabel, loud = false, small = false, onOpen }: EntryProps) {
  return (
    <button
      type="button"
      aria-current={here ? 'page' : undefined}
      onClick={onOpen}
      className={cx(
        'flex min-h-7 min-w-0 shrink-0 items-center gap-2 rounded-md px-2 text-left @max-lg/window:gap-1.5 @max-lg/window:px-1.5 @2xl/window:w-full',
        here ? 'bg-picked font-medium text-ink forced-colors:outline' : 'text-soft hover:bg-hover hover:text-ink',
      )}
    >
      <span className={cx('contents', !small && '@max-lg/window:hidden')}>{icon}</span>
      <span
        className={cx(
          'min-w-0 flex-1 truncate',
          small === true && '@max-2xl/window:sr-only',
          small === 'narrow' && '@max-lg/window:sr-only',
        )}
      >
        {label}
      </span>
      {badge > 0 && (
        <span
          className={cx(
            'text-sm',
            loud
              ? 'rounded-full bg-accent px-1.5 font-semibold text-on-accent @max-lg/window:min-w-4.5 @max-lg/window:px-1 @max-lg/window:text-center'
              : 'text-faint',
          )}
        >
          <span aria-hidden className={cx(badge >= 1_000 && '@max-lg/window:hidden')}>
            {count(badge)}
          </span>
          {badge >= 1_000 && (
            <span aria-hidden className="@lg/window:hidden">
              {shortCount(badge)}
            </span>
          )}
          <span className="sr-only">{badgeLabel}</span>
        </span>
      )}
    </button>
  )
}
