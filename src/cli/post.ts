import { checkJobId } from '../shared/job-id'
import type { Post, PostContent, PostOrder } from '../shared/outbox'
import { changesOf } from '../shared/post-changes'
import type { PostPreview } from '../shared/post-preview'
import { cautionSentences, postSentence } from '../shared/post-wording'
import type { CreateInput, ProgressInput } from '../shared/progress'
import { type Ask, CommandError } from './ask'
import { connectionNamed, type Out } from './commands'
import { json, printable } from './printable'

export type PostOptions = {
  readonly asJson: boolean
  readonly dryRun: boolean
  /** How long to wait for the server's answer, ms. */
  readonly timeoutMs: number
  /** A UUID: what is ordered twice under one is one post. */
  readonly newId: () => string
  /** What a person should know but a script need not read. */
  readonly note: Out
}

const complain = ({ complaints }: PostPreview): void => {
  if (complaints.length === 0) return
  const lines = complaints.map(({ at, message }) => (at === '' ? message : `${at}: ${message}`))
  throw new CommandError(lines.map(line => printable(line, 300)).join(' '), 1)
}

async function order(ask: Ask, out: Out, order: PostOrder, options: PostOptions): Promise<Post | null> {
  const preview = await ask('posts:preview', order)
  complain(preview)
  if (options.dryRun) {
    for (const caution of preview.cautions) options.note(cautionSentences[caution])
    const { request } = preview
    out(options.asJson ? json(request) : `${request?.method} ${request?.url}\n${request?.body}\n\n${request?.curl}`)
    return null
  }
  await ask('posts:put', order, 'send')
  const post = await ask('posts:settled', order.id, options.timeoutMs)
  if (post === null) throw new CommandError('The post is not in the outbox any more.', 1)
  switch (post.state) {
    case 'sent':
      return post
    case 'unknown':
      throw new CommandError(postSentence(post), 76)
    case 'waiting':
    case 'sending':
      throw new CommandError(`${postSentence(post)} It stays in the outbox: do not post it again.`, 75)
    default:
      throw new CommandError(refusal(post), 1)
  }
}

/** With every complaint of the server's, not the first alone. */
function refusal(post: Post): string {
  const { fault } = post
  if (fault?.kind !== 'rejected' || fault.complaints.length < 2) return printable(postSentence(post), 1_000)
  const lines = fault.complaints.map(({ at, message }) => (at === '' ? message : `${at}: ${message}`))
  return printable(`The server refused the request: ${lines.join('; ')}`, 2_000)
}

const orderOf = (connectionId: string, content: PostContent, options: PostOptions): PostOrder => ({
  id: options.newId(),
  connectionId,
  content,
  form: null,
})

/** Prints the id of the new job alone, so that a script can take it. */
export async function create(
  ask: Ask,
  out: Out,
  name: string,
  input: CreateInput,
  options: PostOptions,
): Promise<void> {
  const { id } = connectionNamed(await ask('state:read'), name)
  const post = await order(ask, out, orderOf(id, { kind: 'create', input }, options), options)
  if (post === null) return
  if (options.asJson) out(json({ jobId: post.ref?.jobId ?? null, post }))
  else out(printable(post.ref?.jobId ?? '', 256))
}

/** Prints what the server changed, a line each. */
export async function post(
  ask: Ask,
  out: Out,
  name: string,
  jobId: string,
  input: ProgressInput,
  options: PostOptions,
): Promise<void> {
  const { id, vendor } = connectionNamed(await ask('state:read'), name)
  const checked = checkJobId(vendor, jobId)
  if (!checked.ok) throw new CommandError(checked.why, 2)
  const content = { kind: 'progress', jobId: checked.jobId, input } as const
  const sent = await order(ask, out, orderOf(id, content, options), options)
  if (sent === null) return
  const changes = changesOf(sent.before, sent.after)
  if (options.asJson) return out(json({ jobId: checked.jobId, changes, post: sent }))
  for (const { field, before, after } of changes) out(printable(`${field}: ${before} → ${after}`, 400))
  if (changes.length === 0) out('Sent.')
}
