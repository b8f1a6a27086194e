import { CircleHelp, SendHorizontal } from 'lucide-react'
import { type JobRef, sameRef } from '../../shared/job'
import { counted } from '../../shared/numbers'
import { isHeld, waitSentence } from '../../shared/wait-wording'
import { Button } from '../parts/button'
import { useMirror } from '../state/mirror-store'
import { goTo } from '../state/view'

/** On a job's own page: what of the outbox is about it and not over. */
export function JobPosts({ jobRef }: { readonly jobRef: JobRef }) {
  const posts = useMirror(mirror => mirror.posts)
  const mine = posts.filter(({ ref }) => ref !== null && sameRef(ref, jobRef))
  const unknown = mine.filter(({ state }) => state === 'unknown').length
  const inLine = mine.filter(({ state }) => state === 'waiting' || state === 'sending').length
  const held = mine.find(isHeld)
  if (unknown === 0 && inLine === 0) return null
  return (
    <section
      aria-label="Reports about this job"
      className="flex shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1.5 border-b border-line bg-side px-5 py-2"
    >
      {unknown > 0 ? (
        <CircleHelp size="0.9375rem" aria-hidden className="shrink-0 text-warn" />
      ) : (
        <SendHorizontal size="0.9375rem" aria-hidden className="shrink-0 text-soft" />
      )}
      <p className="min-w-0 flex-1 basis-48">
        {unknown > 0
          ? `${counted(unknown, 'report')} may or may not have arrived. What follows waits until you decide.`
          : held === undefined
            ? `${counted(inLine, 'report')} on the way.`
            : `${counted(inLine, 'report')} not sent yet. ${waitSentence(held)}`}
      </p>
      <Button className="min-h-6" onClick={() => goTo({ view: 'outbox' })}>
        {unknown > 0 ? 'Decide…' : 'Show the outbox'}
      </Button>
    </section>
  )
}
