import { Clock, LoaderCircle, OctagonAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Complaint, Fault } from '../../shared/fault'
import type { Post } from '../../shared/outbox'
import { postFaultSentence, postSentence } from '../../shared/post-wording'
import { Button } from '../parts/button'
import { ServerText } from '../parts/server-text'
import { PostActs } from './outbox/post-acts'
import { UnknownPanel } from './outbox/unknown-panel'
import { useWritesOff } from './writes-off'

type Props = {
  readonly post: Post | null
  /** Why it was refused, as long as it is being corrected. */
  readonly refusal: Fault | null
  /** Complaints that belong to no field of the form. */
  readonly rest: readonly Complaint[]
  readonly onSendAgain: () => void
}

const box = 'flex flex-col gap-2 rounded-lg bg-side px-3.5 py-3'

/** What has become of the post that the form was sent as, and what can be done about it. */
export function PostStanding({ post, refusal, rest, onSendAgain }: Props) {
  const said = useWritesOff()
  if (post?.state === 'unknown') return <UnknownPanel post={post} />
  if (post?.state === 'sending' || (post?.state === 'waiting' && post.fault === null)) {
    return (
      <div role="status" className={box}>
        <Line icon={<LoaderCircle size="1rem" aria-hidden className="text-accent" />}>{postSentence(post)}</Line>
      </div>
    )
  }
  if (post?.state === 'waiting') {
    return (
      <div role="status" className={box}>
        <Line icon={<Clock size="1rem" aria-hidden className="text-warn" />}>
          <ServerText text={postSentence(post)} max={400} />
        </Line>
        <PostActs post={post} />
      </div>
    )
  }
  if ((refusal === null && rest.length === 0) || (refusal?.kind === 'forbidden' && said)) return null
  const atFields = refusal?.kind === 'rejected' && refusal.complaints.length > 0
  return (
    <div role="alert" className={box}>
      <Line icon={<OctagonAlert size="1rem" aria-hidden className="text-bad" />}>
        {refusal === null ? 'This cannot be sent yet.' : atFields ? refusedSentence(refusal) : <Said fault={refusal} />}
      </Line>
      {rest.length > 0 && (
        <ul className="flex list-disc flex-col gap-1 pl-10">
          {rest.map(({ at, message }) => (
            <li key={`${at} ${message}`}>
              {at !== '' && <ServerText text={`${at}: `} max={80} className="font-mono text-sm text-soft" />}
              <ServerText text={message} max={400} />
            </li>
          ))}
        </ul>
      )}
      {post?.state === 'refused' && !atFields && (
        <div className="flex gap-2 pl-6">
          <Button onClick={onSendAgain}>Send again as it is</Button>
        </div>
      )}
    </div>
  )
}

const Said = ({ fault }: { readonly fault: Fault }) => (
  <ServerText text={`${postFaultSentence(fault)} Nothing was changed, and what you typed is kept.`} max={500} />
)

const refusedSentence = (fault: Extract<Fault, { kind: 'rejected' }>): string =>
  fault.status === 0
    ? 'Not sent: something is to be corrected first.'
    : `The server refused it (${fault.status}) and changed nothing. Correct what it says, then send it again.`

const Line = ({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) => (
  <p className="flex items-start gap-2">
    <span className="mt-0.5 shrink-0">{icon}</span>
    <span className="min-w-0 break-words">{children}</span>
  </p>
)
