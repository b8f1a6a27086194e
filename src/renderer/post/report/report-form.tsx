import { type FormEvent, useState } from 'react'
import { refKey } from '../../../shared/job'
import type { PostId } from '../../../shared/outbox'
import type { WatchedJob } from '../../../shared/snapshot'
import { useMirror } from '../../state/mirror-store'
import { restOf } from '../forms/gather'
import { emptyProgress, progressFields, readProgress } from '../forms/progress-form'
import { progressTextAt } from '../forms/text-at'
import { PostResult } from '../post-result'
import { PostStanding } from '../post-standing'
import { RequestPreview } from '../request-preview'
import { usePostForm } from '../use-post-form'
import { begunReport } from './begun-report'
import { ReportActs } from './report-acts'
import { ReportFields } from './report-fields'

/** One report: what is touched is sent, and the request beside it shows exactly that. */
export function ReportForm({ watched, postId }: { readonly watched: WatchedJob; readonly postId: PostId | null }) {
  const { ref } = watched
  const posts = useMirror(mirror => mirror.posts)
  const [begun] = useState(() => begunReport(posts, ref, postId, () => crypto.randomUUID()))
  const life = usePostForm({
    connectionId: ref.connectionId,
    begun,
    empty: emptyProgress,
    read: form => {
      const { input, complaints } = readProgress(form)
      return { content: { kind: 'progress', jobId: ref.jobId, input }, complaints }
    },
    textAt: progressTextAt,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void life.send()
  }
  return (
    <form
      key={refKey(ref)}
      noValidate
      onSubmit={submit}
      onKeyDown={event => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        void life.send()
      }}
      className="grid max-w-6xl grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-5 px-5 py-5 @2xl/page:grid-cols-[minmax(0,1fr)_17rem] @5xl/page:grid-cols-[minmax(0,1fr)_24rem]"
    >
      <div className="flex min-w-0 flex-col gap-4">
        <div data-answer className="flex flex-col gap-4 empty:hidden">
          {life.done && <PostResult key={life.done.id} post={life.done} />}
          <PostStanding
            post={life.post}
            refusal={life.refusal}
            rest={restOf(life.complaints, progressFields)}
            onSendAgain={() => void life.sendAgain()}
          />
        </div>
        <fieldset disabled={life.locked} className="contents">
          <legend className="sr-only">What to report</legend>
          <ReportFields
            key={life.id}
            form={life.form}
            onChange={life.change}
            complaints={life.complaints}
            job={watched.job}
          />
        </fieldset>
        <ReportActs life={life} />
      </div>
      <aside className="min-w-0 @2xl/page:border-l @2xl/page:border-line @2xl/page:pl-6">
        <div className="@2xl/page:sticky @2xl/page:top-5">
          <RequestPreview preview={life.preview} trouble={life.trouble} />
        </div>
      </aside>
    </form>
  )
}
