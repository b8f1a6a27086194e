import { type JobRef, refKey, shortId } from '../shared/job'
import type { Post, PostId } from '../shared/outbox'
import { postSentence, postTitle } from '../shared/post-wording'
import { type Ask, CommandError } from './ask'
import { printable } from './printable'

/** What became of a post that was put in line; `behind`: the undecided one of its job that it cannot pass. */
export type Settled = { readonly post: Post; readonly behind: Post | null }

const isAbout = (post: Post, ref: JobRef): boolean => post.ref !== null && refKey(post.ref) === refKey(ref)

/** Nothing more of a job is sent before a person has decided about what may have arrived. */
export const undecidedBefore = (posts: readonly Post[], { id, ref, state }: Post): Post | null =>
  ref === null || state !== 'waiting'
    ? null
    : (posts.find(post => post.state === 'unknown' && post.id !== id && isAbout(post, ref)) ?? null)

/** Waits for the server's answer, at most so many ms. */
export async function settled(ask: Ask, id: PostId, mostMs: number): Promise<Settled> {
  const post = await ask('posts:settled', id, mostMs)
  if (post === null) throw new CommandError('The post is not in the outbox any more.', 1)
  // Whatever is before it may have been lost since it was put in line.
  const behind = post.state === 'waiting' ? undecidedBefore((await ask('state:read')).posts, post) : null
  return { post, behind }
}

/** Everything but a server that took it ends the command with one line and a code. */
export function requireSent({ post, behind }: Settled): void {
  switch (post.state) {
    case 'sent':
      return
    case 'unknown':
      throw new CommandError(
        printable(
          `${postSentence(post)} Use jobtray decide ${shortId(post.id)} compare, then arrived, send or drop.`,
          1_000,
        ),
        76,
      )
    case 'waiting':
    case 'sending':
      if (behind !== null) throw new CommandError(behindSentence(behind), 76)
      throw new CommandError(`${postSentence(post)} It stays in the outbox: do not post it again.`, 75)
    default:
      throw new CommandError(refusal(post), 1)
  }
}

const behindSentence = ({ id, content }: Post): string =>
  printable(
    `An earlier report of this job is undecided (${shortId(id)}: ${postTitle(content)}). Decide with jobtray outbox. This one stays in line behind it: do not post it again.`,
    1_000,
  )

/** With every complaint of the server's, not the first alone. */
function refusal(post: Post): string {
  const { fault } = post
  if (fault?.kind !== 'rejected' || fault.complaints.length < 2) return printable(postSentence(post), 1_000)
  const lines = fault.complaints.map(({ at, message }) => (at === '' ? message : `${at}: ${message}`))
  return printable(`The server refused the request: ${lines.join('; ')}`, 2_000)
}
