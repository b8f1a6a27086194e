import type { Post, PostRun } from '../../shared/outbox'
import { postNoticeWords, runNoticeWords } from '../../shared/post-notice-words'
import type { Board } from '../watch/board'
import type { Clock } from '../watch/clock'
import type { NoticeDraft } from '../watch/notices'

/** Who ordered a post longer ago than this no longer watches what becomes of it, ms. */
const turnedAwayMs = 60_000

export type NewsPorts = {
  readonly board: Pick<Board, 'connection'>
  readonly clock: Clock
  readonly tell: (drafts: readonly NoticeDraft[]) => void
  /** The window is before somebody's eyes: there the outbox itself says it. */
  readonly inView: () => boolean
}

/** Tells of posts that do not go the way they were promised to, when nobody is there to see it. */
export function createNews({ board, clock, tell, inView }: NewsPorts) {
  const nameOf = (id: string): string => board.connection(id)?.name ?? ''
  const draft = (own: Pick<NoticeDraft, 'key' | 'connectionId' | 'ref' | 'title' | 'body'>) =>
    tell([{ ...own, kind: 'post', outcome: null }])

  return {
    /** A post is in another state, or waits for another reason. `isAwaited`: a command waits for it and will say so. */
    ofPost(post: Post, isAwaited: boolean): void {
      const isLate = clock.wall().getTime() - Date.parse(post.createdAt) >= turnedAwayMs
      if (isAwaited || (inView() && !isLate)) return
      // Of a run it is the run that is told; a key that is missing is told of the connection.
      if (post.runId !== null && post.state !== 'unknown') return
      const kind = post.fault?.kind
      if (post.state === 'waiting' && kind !== 'moved' && kind !== 'not-the-api') return
      const words = postNoticeWords(post, nameOf(post.connectionId))
      if (words === null) return
      const turn = post.state === 'waiting' ? `waits/${kind}` : `${post.state}/${post.sentAt ?? post.createdAt}`
      draft({ key: `${post.id}/${turn}`, connectionId: post.connectionId, ref: post.ref, ...words })
    },
    ofRun(run: PostRun): void {
      const words = inView() ? null : runNoticeWords(run, nameOf(run.ref.connectionId))
      if (words === null) return
      const turn = `${run.state}/${run.counts.sent}/${run.counts.refused}`
      draft({ key: `${run.id}/${turn}`, connectionId: run.ref.connectionId, ref: run.ref, ...words })
    },
  }
}

export type News = ReturnType<typeof createNews>
