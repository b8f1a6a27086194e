import { BellOff } from 'lucide-react'
import { count } from '../../shared/numbers'
import { Button } from '../parts/button'
import { Empty } from '../parts/empty'
import { PageHeader } from '../parts/page-header'
import { attempt } from '../state/attempt'
import { useMirror } from '../state/mirror-store'
import { NoticeRow } from './notice-row'

export function InboxPage() {
  const notices = useMirror(mirror => mirror.notices)
  const unseen = notices.filter(notice => !notice.seen).length
  return (
    <>
      <PageHeader title="Inbox">
        <Button disabled={unseen === 0} onClick={() => void attempt(window.jobtray.markNoticesSeen('all'))}>
          Mark all as seen{unseen > 0 && ` (${count(unseen)})`}
        </Button>
      </PageHeader>
      {notices.length === 0 ? (
        <Empty
          icon={<BellOff size="1.75rem" strokeWidth={1.5} aria-hidden />}
          title="Nothing to tell yet"
          text="When a watched job ends, you are notified once, and the notice is kept here."
        />
      ) : (
        <ul className="min-h-0 flex-1 overflow-y-auto p-2">
          {notices.map(notice => (
            <NoticeRow key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
    </>
  )
}
