import { type ReactNode, useEffect } from 'react'
import type { ConnectionId } from '../../../shared/connection'
import { Button } from '../../parts/button'
import { Keys } from '../../parts/keys'
import { useMirror } from '../../state/mirror-store'
import { goTo, showToast } from '../../state/view'
import { createFields, emptyCreate, type CreateForm as Form, readCreate } from '../forms/create-form'
import { restOf } from '../forms/gather'
import { createTextAt } from '../forms/text-at'
import { PostStanding } from '../post-standing'
import { RequestPreview } from '../request-preview'
import { type Begun, usePostForm } from '../use-post-form'
import { useWritesOff } from '../writes-off'
import { CreateFields } from './create-fields'
import { Templates } from './templates'

type Props = { readonly connectionId: ConnectionId; readonly begun: Begun<Form>; readonly children: ReactNode }

export function CreateForm({ connectionId, begun, children }: Props) {
  const life = usePostForm({
    connectionId,
    begun,
    empty: emptyCreate,
    read: form => {
      const { input, complaints } = readCreate(form)
      return { content: { kind: 'create', input }, complaints }
    },
    textAt: createTextAt,
  })
  const off = useWritesOff()
  const send = () => {
    if (!off) void life.send()
  }
  useOpenWhenCreated(life.done?.ref ?? null)
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault()
        send()
      }}
      onKeyDown={event => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        send()
      }}
      className="grid max-w-6xl grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-5 px-5 py-5 @2xl/page:grid-cols-[minmax(0,1fr)_17rem] @5xl/page:grid-cols-[minmax(0,1fr)_24rem]"
    >
      <div className="flex min-w-0 flex-col gap-4">
        <div data-answer className="empty:hidden">
          <PostStanding
            post={life.post}
            refusal={life.refusal}
            rest={restOf(life.complaints, createFields)}
            onSendAgain={() => void life.sendAgain()}
          />
        </div>
        {children}
        <fieldset disabled={life.locked || off} className={off ? 'flex min-w-0 flex-col gap-4 opacity-60' : 'contents'}>
          <legend className="sr-only">The new job</legend>
          <Templates form={life.form} onTake={life.replace} />
          <CreateFields form={life.form} onChange={life.change} complaints={life.complaints} />
        </fieldset>
        <div className="sticky bottom-0 -mb-5 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-canvas py-3">
          <p className="min-w-0 flex-1 basis-24 text-sm text-faint">
            {life.post?.state === 'draft' ? 'Kept as a draft in the outbox.' : 'It is watched from then on.'}
          </p>
          <Button onClick={() => goTo({ view: 'jobs' })}>Close</Button>
          <Button look="primary" type="submit" disabled={life.busy || life.locked || off}>
            Create the job
            <Keys keys="Ctrl ⏎" />
          </Button>
        </div>
      </div>
      <aside className="min-w-0 @2xl/page:border-l @2xl/page:border-line @2xl/page:pl-6">
        <RequestPreview preview={life.preview} trouble={life.trouble} />
      </aside>
    </form>
  )
}

/** The new job's own page says all there is to say about it. */
function useOpenWhenCreated(ref: { readonly connectionId: string; readonly jobId: string } | null): void {
  const key = ref === null ? null : JSON.stringify(ref)
  const watched = useMirror(mirror => ref !== null && mirror.jobs.has(`${ref.connectionId}/${ref.jobId}`))
  useEffect(() => {
    if (key === null || !watched) return
    showToast('The job was created, and is watched from now on.')
    goTo({ view: 'job', ref: JSON.parse(key) })
  }, [key, watched])
}
