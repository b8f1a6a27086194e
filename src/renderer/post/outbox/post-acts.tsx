import { useState } from 'react'
import type { Post, PostAct } from '../../../shared/outbox'
import { Button } from '../../parts/button'
import { attempt } from '../../state/attempt'
import { goTo } from '../../state/view'

type Offer = { readonly act: PostAct; readonly label: string; readonly look?: 'primary' | 'quiet' }

/** What can be done with a post, the likeliest first. A post of a run is corrected in its file, not here. */
function offersFor({ state, runId, fault, comparison, content }: Post): readonly Offer[] {
  switch (state) {
    case 'draft':
      return [
        { act: 'edit', label: 'Go on writing' },
        { act: 'drop', label: 'Drop', look: 'quiet' },
      ]
    case 'waiting':
      return [
        ...(fault === null ? [] : [{ act: 'send-again', label: 'Try now' } as const]),
        ...(runId === null ? [{ act: 'edit', label: 'Edit' } as const] : []),
        { act: 'drop', label: 'Drop', look: 'quiet' },
      ]
    case 'refused':
      return [
        ...(runId === null ? [{ act: 'edit', label: 'Correct it' } as const] : []),
        { act: 'send-again', label: 'Send again' },
        { act: 'drop', label: 'Drop', look: 'quiet' },
      ]
    case 'unknown':
      return [
        // A creation has no id to look up.
        ...(content.kind === 'create'
          ? []
          : [{ act: 'compare', label: comparison === null ? 'Compare' : 'Compare again' } as const]),
        { act: 'take-as-arrived', label: 'Take as arrived', ...likely(comparison?.verdict === 'arrived') },
        { act: 'send-again', label: 'Send again', ...likely(comparison?.verdict === 'not-arrived') },
        { act: 'drop', label: 'Drop', look: 'quiet' },
      ]
    case 'sending':
    case 'sent':
    case 'dropped':
      return []
  }
}

const likely = (isSo: boolean): Pick<Offer, 'look'> => (isSo ? { look: 'primary' } : {})

const openForm = ({ id, content, connectionId }: Post): void =>
  goTo(
    content.kind === 'create'
      ? { view: 'create', postId: id }
      : { view: 'desk', mode: 'report', ref: { connectionId, jobId: content.jobId }, postId: id },
  )

export function PostActs({ post }: { readonly post: Post }) {
  const [busy, setBusy] = useState(false)
  const run = async (act: PostAct) => {
    setBusy(true)
    const isEdit = act === 'edit'
    const done = isEdit && post.state === 'draft' ? true : await attempt(window.jobtray.actOnPost(post.id, act))
    setBusy(false)
    if (done && isEdit) openForm(post)
  }
  const offers = offersFor(post)
  if (offers.length === 0) return null
  return (
    <div className="flex flex-wrap gap-2">
      {offers.map(({ act, label, look }) => (
        <Button key={act} look={look ?? 'plain'} disabled={busy} onClick={() => void run(act)}>
          {label}
        </Button>
      ))}
    </div>
  )
}
