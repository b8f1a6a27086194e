import { shortId } from '../shared/job'
import type { Post, PostAct } from '../shared/outbox'
import { comparisonSentence, postSentence, postStateNames, postTitle } from '../shared/post-wording'
import { type Ask, CommandError } from './ask'
import type { Out } from './commands'
import { json, printable } from './printable'
import { requireSent, settled, undecidedBefore } from './settled'
import { aligned } from './table'

const isOpen = ({ state }: Post): boolean =>
  state === 'draft' || state === 'waiting' || state === 'sending' || state === 'unknown'

function why(post: Post, posts: readonly Post[]): string {
  if (post.state === 'unknown' && post.comparison !== null) return comparisonSentence(post.comparison)
  const first = undecidedBefore(posts, post)
  return first === null ? postSentence(post) : `Waits until ${shortId(first.id)} is decided.`
}

/** Everything that is not over, oldest first. */
export async function outbox(ask: Ask, out: Out, asJson: boolean): Promise<void> {
  const { posts, connections } = await ask('state:read')
  const open = posts.filter(isOpen).map(post => ({
    id: post.id,
    connection: connections.find(({ id }) => id === post.connectionId)?.name ?? '',
    jobId: post.ref?.jobId ?? null,
    what: postTitle(post.content),
    state: post.state,
    why: why(post, posts),
    verdict: post.comparison?.verdict ?? null,
    createdAt: post.createdAt,
  }))
  if (asJson) return out(json(open))
  if (open.length === 0) return out('Nothing is open in the outbox.')
  const rows = open.map(({ id, connection, jobId, what, state, why }) =>
    [shortId(id), connection, jobId ?? '', what, postStateNames[state], why].map(cell => printable(cell, 300)),
  )
  out(aligned([['POST', 'CONNECTION', 'JOB', 'WHAT', 'STATE', ''], ...rows]))
}

const acts: ReadonlyMap<string, PostAct> = new Map([
  ['arrived', 'take-as-arrived'],
  ['send', 'send-again'],
  ['drop', 'drop'],
  ['compare', 'compare'],
])

function postNamed(posts: readonly Post[], start: string): Post {
  const found = posts.filter(({ id, state }) => state !== 'sent' && id.startsWith(start.toLowerCase()))
  const [first, second] = found
  if (first === undefined) throw new CommandError(`No open post is named ${printable(start)}. See jobtray outbox.`, 1)
  if (second === undefined) return first
  throw new CommandError(
    `${printable(start)} may be any of ${found.map(({ id }) => id).join(', ')}. Write more of it.`,
    1,
  )
}

function said(act: PostAct, post: Post): string {
  if (act === 'take-as-arrived') return 'Taken as arrived.'
  if (act === 'drop') return 'Given up.'
  return post.state === 'unknown' && post.comparison !== null ? comparisonSentence(post.comparison) : postSentence(post)
}

export type DecideOptions = {
  readonly asJson: boolean
  /** How long to wait for the server's answer to what is sent again, ms. */
  readonly timeoutMs: number
}

/** Does what a person decided about a post; what is sent again ends like any post. */
export async function decide(
  ask: Ask,
  out: Out,
  start: string,
  word: string,
  { asJson, timeoutMs }: DecideOptions,
): Promise<void> {
  const act = acts.get(word)
  if (act === undefined) throw new CommandError(`decide takes ${[...acts.keys()].join(', ')}.`, 2)
  const { posts } = await ask('state:read')
  const acted = await ask('posts:act', postNamed(posts, start).id, act)
  const print = (post: Post) =>
    out(asJson ? json({ jobId: post.ref?.jobId ?? null, post }) : printable(said(act, post), 500))
  if (act !== 'send-again') return print(acted)
  const behind = undecidedBefore(posts, acted)
  const end = behind === null ? await settled(ask, acted.id, timeoutMs) : { post: acted, behind }
  if (asJson || end.post.state === 'sent') print(end.post)
  requireSent(end)
}
