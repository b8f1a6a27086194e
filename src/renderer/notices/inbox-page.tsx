import { CheckCheck } from 'lucide-react'
import { useMemo } from 'react'
import { count } from '../../shared/numbers'
import { Button } from '../parts/button'
import { PageHeader } from '../parts/page-header'
import { Segments } from '../parts/segments'
import { useClock } from '../state/clock'
import { markAllRead } from '../state/mark-all-read'
import { useMirror } from '../state/mirror-store'
import { byDay } from './by-day'
import { inboxViewStore, type Shown } from './inbox-view'
import { NoNotices } from './no-notices'
import { NoticeRow } from './notice-row'

export function InboxPage() {
  const notices = useMirror(mirror => mirror.notices)
  const { shown } = inboxViewStore()
  const unseen = useMemo(() => notices.filter(notice => !notice.seen), [notices])
  const listed = shown === 'all' ? notices : unseen
  // Days are told apart anew when one ends.
  const today = useClock(now => new Date(now).toDateString())
  const days = useMemo(() => (today === '' ? [] : byDay(listed, Date.now())), [listed, today])
  return (
    <>
      <PageHeader title="Inbox">
        {notices.length > 0 && <Shows shown={shown} unseen={unseen.length} />}
        {notices.length > 0 && (
          // Not `disabled`, which would take the keyboard away from it at the moment it is pressed.
          <Button
            icon={<CheckCheck size="0.9375rem" aria-hidden />}
            aria-disabled={unseen.length === 0}
            className="aria-disabled:opacity-55"
            onClick={() => unseen.length > 0 && void markAllRead()}
          >
            Mark all as read
          </Button>
        )}
      </PageHeader>
      {listed.length === 0 ? (
        <NoNotices some={notices.length > 0} />
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto pb-2" data-notices>
          {days.map(({ name, today: isToday, notices: told }) => (
            <section key={name} aria-label={name}>
              <h2 className="sticky top-0 z-10 bg-canvas px-5 pt-3.5 pb-1.5 text-sm font-semibold text-soft">{name}</h2>
              <ul className="px-2">
                {told.map(notice => (
                  <NoticeRow key={notice.id} notice={notice} today={isToday} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </>
  )
}

const Shows = ({ shown, unseen }: { readonly shown: Shown; readonly unseen: number }) => (
  <Segments
    label="Which notices"
    value={shown}
    options={[
      { value: 'all', label: 'All' },
      { value: 'unseen', label: unseen === 0 ? 'Unread' : `Unread ${count(unseen)}` },
    ]}
    onChange={next => inboxViewStore.setState({ shown: next })}
  />
)
