import { FilePlus, SendHorizontal } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { Post, PostId } from '../../../shared/outbox'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { PageHeader } from '../../parts/page-header'
import { attempt } from '../../state/attempt'
import { useCanCreate } from '../../state/can-create'
import { useMirror } from '../../state/mirror-store'
import { goTo } from '../../state/view'
import { groupPosts } from './grouped-posts'
import { PostRow } from './post-row'
import { RunCard } from './run-card'
import { UnknownPanel } from './unknown-panel'

/** Everything that was to be posted and has not been forgotten: nothing is sent twice or lost without its being seen here. */
export function OutboxPage() {
  const posts = useMirror(mirror => mirror.posts)
  const runs = useMirror(mirror => mirror.runs)
  const canCreate = useCanCreate(null)
  useSeenPosts()
  const { undecided, inLine, drafts, refused, sent } = groupPosts(posts)
  return (
    <>
      <PageHeader title="Outbox" />
      {posts.length === 0 && runs.length === 0 ? (
        <Empty
          icon={<SendHorizontal size="1.75rem" strokeWidth={1.5} aria-hidden />}
          title="Nothing was sent yet"
          text="Jobs you create and reports you send from a job’s page stand here, with what became of each."
        >
          {canCreate && (
            <Button
              icon={<FilePlus size="0.875rem" aria-hidden />}
              onClick={() => goTo({ view: 'create', postId: null })}
            >
              Create job…
            </Button>
          )}
        </Empty>
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-8">
          {undecided.length > 0 && (
            <Group title="For you to decide">
              <div className="flex flex-col gap-3 py-2">
                {undecided.map(post => (
                  <UnknownPanel key={post.id} post={post} />
                ))}
              </div>
            </Group>
          )}
          {runs.length > 0 && (
            <Group title="Runs">
              <div className="flex flex-col gap-3 py-2">
                {runs.map(run => (
                  <RunCard key={run.id} run={run} withJob />
                ))}
              </div>
            </Group>
          )}
          <PostList title="In line" posts={inLine} />
          <PostList title="Drafts" posts={drafts} />
          <PostList title="Refused" posts={refused} />
          <PostList title="Sent" posts={sent} />
        </div>
      )}
    </>
  )
}

/** What was told of posts is seen by looking at them. */
function useSeenPosts(): void {
  const notices = useMirror(mirror => mirror.notices)
  useEffect(() => {
    const ids = notices.flatMap(({ id, kind, seen }) => (kind === 'post' && !seen ? [id] : []))
    if (ids.length > 0) void attempt(window.jobtray.markNoticesSeen(ids))
  }, [notices])
}

const Group = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section aria-label={title}>
    <h2 className="pt-4 pb-1 text-sm font-semibold text-soft">{title}</h2>
    {children}
  </section>
)

function PostList({ title, posts }: { readonly title: string; readonly posts: readonly Post[] }) {
  const [open, setOpen] = useState<PostId | null>(null)
  if (posts.length === 0) return null
  return (
    <Group title={title}>
      <ul className="divide-y divide-line">
        {posts.map(post => (
          <PostRow
            key={post.id}
            post={post}
            open={open === post.id}
            onToggle={() => setOpen(open === post.id ? null : post.id)}
          />
        ))}
      </ul>
    </Group>
  )
}
