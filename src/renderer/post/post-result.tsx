import { ArrowRight, CircleCheck } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Post } from '../../shared/outbox'
import { changesOf } from '../../shared/post-changes'
import { WholeTime } from '../parts/moment'
import { ServerText } from '../parts/server-text'

/** What a report changed, field by field, from the server's own reply. Takes the keyboard, so that it is read out. */
export function PostResult({ post }: { readonly post: Post }) {
  const changes = changesOf(post.before, post.after)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus()
  }, [])
  const nothing =
    post.after === null || post.before === null
      ? 'The server took it. What it changed is not known.'
      : 'The server took it and changed nothing that it shows.'
  return (
    <section aria-label="What was changed" className="rounded-lg bg-side px-3.5 py-3">
      <h2 ref={heading} tabIndex={-1} className="flex items-center gap-2 font-semibold outline-none">
        <CircleCheck size="1rem" aria-hidden className="shrink-0 text-good" />
        Reported
        {post.endedAt !== null && (
          <span className="font-normal text-faint">
            <WholeTime iso={post.endedAt} />
          </span>
        )}
      </h2>
      {changes.length === 0 ? (
        <p className="mt-1 text-soft">{nothing}</p>
      ) : (
        <ul className="mt-2 flex flex-col gap-1">
          {changes.map(({ field, before, after }) => (
            <li key={field} className="grid grid-cols-[minmax(0,9rem)_minmax(0,1fr)] items-baseline gap-x-3">
              <ServerText text={field} max={80} className="font-mono text-sm break-words text-soft" />
              <span className="flex min-w-0 flex-wrap items-baseline gap-x-1.5">
                <ServerText text={before} className="text-faint select-text" />
                <ArrowRight size="0.75rem" aria-label="to" className="shrink-0 self-center text-faint" />
                <ServerText text={after} className="font-medium break-words select-text" />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
