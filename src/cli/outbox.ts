import type { Comparison } from '../shared/comparison'
import { shortId } from '../shared/job'
import { counted } from '../shared/numbers'
import type { Post, PostAct, PostState } from '../shared/outbox'
import { comparisonSentence, lostSentence, postSentence, postStateNames, postTitle } from '../shared/post-wording'
import { reasonToWait } from '../shared/wait-wording'
import { type Ask, CommandError } from './ask'
import type { Out } from './commands'
import { json, printable } from './printable'
import { requireSent, settled, standsBefore, waits } from './settled'
import { aligned } from './table'

const isOpen = ({ state }: Post): boolean =>
  state === 'draft' || state === 'waiting' || state === 'sending' || state === 'unknown'

function why(post: Post, posts: readonly Post[], connection: string): string {
  const { state, comparison } = post
  if (state === 'unknown' && comparison !== null) {
    // Why nobody knows, and why the look at the job does not tell.
    return `${lostSentence(post)} ${comparisonSentence(comparison)}${comparison.verdict === 'cannot-tell' ? looked(comparison) : ''}`
  }
  const first = standsBefore(posts, post, null)
  if (first === null) return waits(post, connection)
  return first.state === 'unknown'
    ? `Waits until ${shortId(first.id)} is decided.`
    : `Waits behind ${shortId(first.id)}.`
}

/** What was compared, field by field, where that told nothing. */
function looked({ evidence }: Comparison): string {
  const fields = evidence.slice(0, 3).map(({ field, before, wanted, now }) => {
    return `${field} was ${before}, ${wanted} was sent, it is ${now}`
  })
  return fields.length === 0 ? '' : ` (${fields.join('; ')})`
}

/** Beside the state, whose word it does not say again. */
const beside = (state: PostState, why: string): string => (state === 'waiting' ? reasonToWait(why) : why)

export type OutboxOptions = {
  readonly asJson: boolean
  /** Also what a server refused, which can be sent again. */
  readonly refused: boolean
}

/** Everything that is not over, oldest first. */
export async function outbox(ask: Ask, out: Out, { asJson, refused }: OutboxOptions): Promise<void> {
  const { posts, connections } = await ask('state:read')
  const nameOf = (post: Post) => connections.find(({ id }) => id === post.connectionId)?.name ?? ''
  const many = posts.filter(({ state }) => state === 'refused').length
  const open = posts
    .filter(post => isOpen(post) || (refused && post.state === 'refused'))
    .map(post => ({
      id: post.id,
      connection: nameOf(post),
      jobId: post.ref?.jobId ?? null,
      what: postTitle(post.content),
      state: post.state,
      why: why(post, posts, nameOf(post)),
      verdict: post.comparison?.verdict ?? null,
      createdAt: post.createdAt,
    }))
  if (asJson) return out(json(open))
  const others =
    refused || many === 0
      ? ''
      : `${counted(many, 'refused post')}: jobtray outbox --refused lists ${many === 1 ? 'it' : 'them'}.`
  if (open.length === 0) return out(`Nothing is open in the outbox.${others === '' ? '' : ` ${others}`}`)
  const rows = open.map(({ id, connection, jobId, what, state, why }) =>
    [shortId(id), connection, jobId ?? '', what, postStateNames[state], beside(state, why)].map(cell =>
      printable(cell, 400),
    ),
  )
  out(aligned([['POST', 'CONNECTION', 'JOB', 'WHAT', 'STATE', 'WHY'], ...rows]))
  if (others !== '') out(others)
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
  const end = await settled(ask, acted, timeoutMs)
  if (asJson || end.post.state === 'sent') print(end.post)
  requireSent(end)
}
