import { counted } from '../../../shared/numbers'
import { postStateNames } from '../../../shared/post-wording'
import { Button } from '../../parts/button'
import { Ago } from '../../parts/moment'
import { ServerText } from '../../parts/server-text'
import { titleWithKey } from '../outbox/run-words'
import type { Worker } from './use-worker'
import { postsNeeded } from './worker-state'

/** What is about to be posted, and what became of the last ones. */
export function WorkerLog({ worker }: { readonly worker: Worker }) {
  const { pending, posts, forgetPending } = worker
  const needed = postsNeeded(pending)
  if (needed === 0 && posts.length === 0) {
    return (
      <p className="text-center text-sm text-faint">
        One report a second at most; what you press meanwhile is gathered.
      </p>
    )
  }
  return (
    <section aria-label="Reports" className="text-sm">
      {needed > 0 && (
        <p className="flex items-center justify-between gap-2 border-b border-line py-1 text-soft">
          {counted(needed, 'report')} to come
          <Button look="quiet" className="min-h-6 text-sm" onClick={forgetPending}>
            Leave out
          </Button>
        </p>
      )}
      <ul className="divide-y divide-line">
        {posts.map(post => (
          <li key={post.id} className="flex items-baseline gap-2 py-1.5">
            <ServerText text={titleWithKey(post.content)} max={120} className="min-w-0 flex-1 truncate" />
            <span className="text-soft">{postStateNames[post.state]}</span>
            <Ago iso={post.endedAt ?? post.createdAt} className="w-20 text-right whitespace-nowrap text-faint" />
          </li>
        ))}
      </ul>
    </section>
  )
}
