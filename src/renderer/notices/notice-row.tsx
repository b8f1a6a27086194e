import type { NoticeView } from '../../shared/snapshot'
import { cx } from '../parts/class-names'
import { Ago } from '../parts/moment'
import { ServerText } from '../parts/server-text'
import { attempt } from '../state/attempt'
import { goTo } from '../state/view'
import { NoticeGlyph } from './notice-glyph'

/** Opening a notice is having seen it. */
function open(notice: NoticeView): void {
  if (!notice.seen) void attempt(window.jobtray.markNoticesSeen([notice.id]))
  goTo(notice.ref === null ? { view: 'connections' } : { view: 'job', ref: notice.ref })
}

export const NoticeRow = ({ notice }: { readonly notice: NoticeView }) => (
  <li>
    <button
      type="button"
      onClick={() => open(notice)}
      className="grid w-full grid-cols-[0.5rem_auto_minmax(0,1fr)_auto] items-start gap-x-2.5 rounded-lg px-3 py-2 text-left hover:bg-hover"
    >
      <span aria-hidden className={cx('bar-colours mt-1.5 size-2 rounded-full', !notice.seen && 'bg-accent')} />
      <NoticeGlyph notice={notice} />
      <span className="min-w-0">
        {!notice.seen && <span className="sr-only">Unseen: </span>}
        <ServerText
          text={notice.title}
          max={160}
          className={cx('block truncate', notice.seen ? 'text-soft' : 'font-medium')}
        />
        <ServerText text={notice.body} max={400} className="line-clamp-3 text-sm whitespace-pre-line text-faint" />
      </span>
      <Ago iso={notice.at} className="text-sm whitespace-nowrap text-faint" />
    </button>
  </li>
)
