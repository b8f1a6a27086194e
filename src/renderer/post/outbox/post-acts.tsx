import { useState } from 'react'
import type { Post, PostAct } from '../../../shared/outbox'
import { Button } from '../../parts/button'
import { attempt } from '../../state/attempt'
import { goTo } from '../../state/view'

type Offer = { readonly act: PostAct; readonly label: string; readonly quiet?: boolean }

/** What can be done with a post, the likeliest first. A post of a run is corrected in its file, not here. */
function offersFor({ state, runId, fault, comparison }: Post): readonly Offer[] {
  switch (state) {
    case 'draft':
      return [
        { act: 'edit', label: 'Go on writing' },
        { act: 'drop', label: 'Drop', quiet: true },
      ]
    case 'waiting':
      return [
        ...(fault === null ? [] : [{ act: 'send-again', label: 'Try now' } as const]),
        ...(runId === null ? [{ act: 'edit', label: 'Edit' } as const] : []),
        { act: 'drop', label: 'Drop', quiet: true },
      ]
    case 'refused':
      return [
        ...(runId === null ? [{ act: 'edit', label: 'Correct it' } as const] : []),
        { act: 'send-again', label: 'Send again' },
        { act: 'drop', label: 'Drop', quiet: true },
      ]
    case 'unknown':
      return [
        { act: 'compare', label: comparison === null ? 'Compare' : 'Compare again' },
        { act: 'take-as-arrived', label: 'Take as arrived' },
        { act: 'send-again', label: 'Send again' },
        { act: 'drop', label: 'Drop', quiet: true },
      ]
    case 'sending':
    case 'sent':
    case 'dropped':
      return []
  }
}

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
      {offers.map(({ act, label, quiet }) => (
        <Button key={act} look={quiet ? 'quiet' : 'plain'} disabled={busy} onClick={() => void run(act)}>
          {label}
        </Button>
      ))}
    </div>
  )
}
