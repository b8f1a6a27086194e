import { type JobRef, refKey, shortId } from '../shared/job'
import type { Post } from '../shared/outbox'
import { postSentence, postTitle } from '../shared/post-wording'
import type { Snapshot } from '../shared/snapshot'
import { isHeld, isHeldBeyond } from '../shared/wait-wording'
import { type Ask, CommandError, type ExitCode } from './ask'
import { asWord } from './named'
import { printable } from './printable'

/** What became of a post that was put in line; `behind`: one of its job, before it, that cannot go without a person. */
export type Settled = { readonly post: Post; readonly behind: Post | null; readonly connection: string }

const isAbout = (post: Post, ref: JobRef): boolean => post.ref !== null && refKey(post.ref) === refKey(ref)

/**
 * Nothing more of a job is sent before a person has decided about what may have arrived, or before what waits for more than
 * its turn. `until`: only what will not have gone by then, wall ms.
 */
export function standsBefore(posts: readonly Post[], { id, ref, state }: Post, until: number | null): Post | null {
  if (ref === null || state !== 'waiting') return null
  const others = posts.filter(post => post.id !== id && isAbout(post, ref))
  return others.find(post => post.state === 'unknown') ?? others.find(post => stands(post, until)) ?? null
}

const stands = (post: Post, until: number | null): boolean =>
  until === null
    ? post.state === 'waiting' && (post.fault !== null || post.connectionPaused === true)
    : isHeldBeyond(post, until)

const nameOf = ({ connections }: Snapshot, { connectionId }: Post): string =>
  connections.find(({ id }) => id === connectionId)?.name ?? ''

/** Waits for the server's answer, at most so many ms; not at all behind what needs a person. */
export async function settled(ask: Ask, put: Post, mostMs: number): Promise<Settled> {
  const before = await ask('state:read')
  const connection = nameOf(before, put)
  const behind = standsBefore(before.posts, put, Date.now() + mostMs)
  if (behind !== null) return { post: put, behind, connection }
  const post = await ask('posts:settled', put.id, mostMs)
  if (post === null) throw new CommandError('The post is not in the outbox any more.', 1)
  // Whatever is before it may have been lost since it was put in line.
  const since = post.state === 'waiting' ? standsBefore((await ask('state:read')).posts, post, null) : null
  return { post, behind: since, connection }
}

/** Everything but a server that took it ends the command with one line and a code. */
export function requireSent({ post, behind, connection }: Settled): void {
  switch (post.state) {
    case 'sent':
      return
    case 'unknown':
      throw ending(`${postSentence(post)} Use ${decideWords(post)}.`, 76)
    case 'waiting':
    case 'sending':
      if (behind?.state === 'unknown') throw ending(behindSentence(behind), 76)
      throw ending(
        `${behind === null ? waits(post, connection) : heldBehind(behind, connection)} It stays in the outbox: do not send it again.`,
        75,
      )
    default:
      throw ending(refusal(post), 1)
  }
}

const ending = (sentence: string, code: ExitCode) => new CommandError(printable(sentence, 2_000), code)

const decideWords = ({ id }: Pick<Post, 'id'>): string =>
  `jobtray decide ${shortId(id)} compare, then arrived, send or drop`

/** Why it waits, and the command that helps where there is one. */
export function waits(post: Post, connection: string): string {
  const command = helping(post, asWord(connection))
  return command === null ? postSentence(post) : `${postSentence(post)} Use jobtray ${command}.`
}

function helping(post: Post, name: string): string | null {
  if (!isHeld(post)) return null
  if (post.connectionPaused) return `resume ${name}`
  const { fault } = post
  if (fault?.kind === 'no-key' && fault.why === 'locked') {
    return `key ${name} --retry then; to a new keychain, jobtray key ${name} --key-stdin gives the key again`
  }
  return fault?.kind === 'no-key' || fault?.kind === 'unauthorized' ? `key ${name} --key-stdin` : null
}

const heldBehind = (head: Post, connection: string): string =>
  `An earlier report of this job (${shortId(head.id)}: ${postTitle(head.content)}) goes first. ${waits(head, connection)}`

const behindSentence = (head: Post): string =>
  `An earlier report of this job is undecided (${shortId(head.id)}: ${postTitle(head.content)}). Use ${decideWords(head)}. This one stays in line behind it: do not send it again.`

/** With every complaint of the server's, not the first alone; what may be right at another time can be sent again. */
function refusal(post: Post): string {
  const { fault, state, id } = post
  if (fault?.kind === 'rejected' && fault.complaints.length > 1) {
    const lines = fault.complaints.map(({ at, message }) => (at === '' ? message : `${at}: ${message}`))
    return `The server refused the request: ${lines.join('; ')}`
  }
  const again = state === 'refused' && (fault?.kind !== 'rejected' || fault.status === 0)
  return `${postSentence(post)}${again ? ` jobtray decide ${shortId(id)} send sends it once more.` : ''}`
}
