import { ArrowUp, CircleCheck, CircleDashed, CircleHelp, Clock, OctagonX, PencilLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { refKey, shortId } from '../../../shared/job'
import type { Post, PostState } from '../../../shared/outbox'
import { postSentence, postStateNames } from '../../../shared/post-wording'
import { jobTypeName } from '../../../shared/wording'
import { Button } from '../../parts/button'
import { Ago } from '../../parts/moment'
import { ServerText } from '../../parts/server-text'
import { useMirror } from '../../state/mirror-store'
import { goTo } from '../../state/view'
import { PostResult } from '../post-result'
import { PostActs } from './post-acts'
import { postHeading } from './run-words'

const size = '1rem'
const icons: Readonly<Record<PostState, ReactNode>> = {
  draft: <PencilLine size={size} aria-hidden className="text-faint" />,
  waiting: <Clock size={size} aria-hidden className="text-soft" />,
  sending: <ArrowUp size={size} aria-hidden className="text-accent" />,
  sent: <CircleCheck size={size} aria-hidden className="text-good" />,
  refused: <OctagonX size={size} aria-hidden className="text-bad" />,
  unknown: <CircleHelp size={size} aria-hidden className="text-warn" />,
  dropped: <CircleDashed size={size} aria-hidden className="text-faint" />,
}

/** One entry: what it says, about which job, what has become of it, and what can be done. */
export function PostRow({
  post,
  open,
  onToggle,
}: {
  readonly post: Post
  readonly open: boolean
  readonly onToggle: () => void
}) {
  const when = post.endedAt ?? post.sentAt ?? post.createdAt
  const canOpen = post.state === 'sent' && post.content.kind === 'progress'
  return (
    <li className="flex items-start gap-2.5 py-2.5">
      <span className="mt-0.5 shrink-0">
        {icons[post.state]}
        <span className="sr-only">{postStateNames[post.state]}: </span>
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline gap-x-2">
          <ServerText text={postHeading(post)} max={200} className="font-medium break-words" />
          <AboutJob post={post} />
          <Ago iso={when} className="ml-auto text-sm whitespace-nowrap text-faint" />
        </div>
        <ServerText text={postSentence(post)} max={400} className="block text-sm break-words text-soft" />
        <div className="mt-1.5 flex flex-wrap gap-2 empty:hidden">
          <PostActs post={post} />
          {canOpen && (
            <Button look="quiet" className="-ml-2.5 min-h-6 text-sm" aria-expanded={open} onClick={onToggle}>
              {open ? 'Hide what it changed' : 'What it changed'}
            </Button>
          )}
        </div>
        {canOpen && open && <PostResult post={post} />}
      </div>
    </li>
  )
}

function AboutJob({ post }: { readonly post: Post }) {
  const { ref } = post
  const jobType = useMirror(mirror => (ref === null ? null : (mirror.jobs.get(refKey(ref))?.job?.jobType ?? null)))
  const connection = useMirror(mirror => mirror.connections.get(post.connectionId)?.name ?? '')
  return (
    <span className="flex min-w-0 flex-wrap items-baseline gap-x-1.5 text-sm text-faint">
      {ref !== null && (
        <button
          type="button"
          className="rounded hover:text-ink hover:underline"
          onClick={() => goTo({ view: 'job', ref })}
        >
          <ServerText text={`${jobTypeName(jobType)} ${shortId(ref.jobId)}`} max={60} />
        </button>
      )}
      <ServerText text={connection} max={60} />
    </span>
  )
}
