import { assertNever } from '../../shared/fault'
import type { NoticeView } from '../../shared/snapshot'
import { cx } from '../parts/class-names'
import { Ago } from '../parts/moment'
import { ServerText } from '../parts/server-text'
import { attempt } from '../state/attempt'
import type { View } from '../state/place'
import { goTo } from '../state/view'
import { timeOfDay } from '../words/times'
import { NoticeGlyph } from './notice-glyph'
import { moveAmongNotices } from './notice-keys'

/** What a notice is about: its job, the outbox, or the connections. */
export function placeOf({ ref, kind }: Pick<NoticeView, 'ref' | 'kind'>): View {
  if (kind === 'post') return { view: 'outbox' }
  if (ref !== null) return { view: 'job', ref }
  switch (kind) {
    case 'connection':
      return { view: 'connections' }
    case 'ended':
    case 'started':
    case 'first-failure':
    case 'failure-rate':
    case 'stalled':
      return { view: 'jobs' }
    default:
      return assertNever(kind)
  }
}

/** Opening a notice is having seen it. */
function open(notice: NoticeView): void {
  if (!notice.seen) void attempt(window.jobtray.markNoticesSeen([notice.id]))
  goTo(placeOf(notice))
}

type Props = { readonly notice: NoticeView; readonly today: boolean }

export const NoticeRow = ({ notice, today }: Props) => (
  <li>
    <button
      type="button"
      onClick={() => open(notice)}
      onKeyDown={moveAmongNotices}
      className="grid w-full grid-cols-[0.375rem_auto_minmax(0,1fr)_auto] items-start gap-x-2.5 rounded-lg px-3 py-1.5 text-left hover:bg-hover"
    >
      <span
        aria-hidden
        className={cx('bar-colours mt-[0.4375rem] size-1.5 rounded-full', !notice.seen && 'bg-accent')}
      />
      <NoticeGlyph notice={notice} />
      <span className="min-w-0">
        {!notice.seen && <span className="sr-only">Unread: </span>}
        <ServerText
          text={notice.title}
          max={160}
          className={cx('block truncate', notice.seen ? 'text-soft' : 'font-medium')}
        />
        <ServerText text={notice.body} max={400} className="line-clamp-3 text-sm whitespace-pre-line text-faint" />
      </span>
      {today ? (
        <Ago iso={notice.at} className="text-sm whitespace-nowrap text-faint" />
      ) : (
        <time dateTime={notice.at} className="text-sm whitespace-nowrap text-faint">
          {timeOfDay(notice.at)}
        </time>
      )}
    </button>
  </li>
)
