import { vendorNames } from '../shared/connection'
import { checkJobId } from '../shared/job-id'
import type { PostContent, PostOrder } from '../shared/outbox'
import { changesOf } from '../shared/post-changes'
import type { PostPreview } from '../shared/post-preview'
import { cautionSentence } from '../shared/post-wording'
import type { CreateInput, ProgressInput } from '../shared/progress'
import { type Ask, CommandError, LostAnswer } from './ask'
import { connectionNamed, type Out } from './commands'
import { json, printable } from './printable'
import { requireSent, type Settled, settled } from './settled'

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

async function order(ask: Ask, out: Out, order: PostOrder, options: PostOptions): Promise<Settled | null> {
  const preview = await ask('posts:preview', order)
  complain(preview)
  for (const caution of preview.cautions) {
    // Who really sends --complete or --fail has decided; a rehearsal names it.
    if (options.dryRun || caution !== 'cannot-be-taken-back') options.note(cautionSentence(caution, preview.itemsLeft))
  }
  if (options.dryRun) {
    const { request } = preview
    out(options.asJson ? json(request) : `${request?.method} ${request?.url}\n${request?.body}\n\n${request?.curl}`)
    return null
  }
  const put = await ask('posts:put', order, 'send').catch((error: unknown) => {
    throw error instanceof LostAnswer ? unknown() : error
  })
  return settled(ask, put, options.timeoutMs).catch((error: unknown) => {
    throw error instanceof CommandError && error.exitCode === 69 ? unknown() : error
  })
}

/** 69 would say that it never left, and a script would send it twice. */
const unknown = () =>
  new CommandError(
    'Jobtray stopped before it told what became of this. Start it again and look at “jobtray outbox”; do not send it again before.',
    76,
  )

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
  const snapshot = await ask('state:read')
  const { id } = connectionNamed(snapshot, name)
  const end = await order(ask, out, orderOf(id, { kind: 'create', input }, options), options)
  if (end === null) return
  const jobId = end.post.ref?.jobId ?? null
  if (options.asJson) out(json({ jobId, post: end.post }))
  requireSent(end)
  if (!options.asJson) out(printable(jobId ?? '', 256))
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
  const snapshot = await ask('state:read')
  const { id, vendor } = connectionNamed(snapshot, name)
  if (vendor === 'retailgrid') throw new CommandError(`${vendorNames[vendor]} takes no reports.`, 1)
  const checked = checkJobId(vendor, jobId)
  if (!checked.ok) throw new CommandError(checked.why, 2)
  const content = { kind: 'progress', jobId: checked.jobId, input } as const
  const end = await order(ask, out, orderOf(id, content, options), options)
  if (end === null) return
  const changes = changesOf(end.post.before, end.post.after)
  if (options.asJson) out(json({ jobId: checked.jobId, changes, post: end.post }))
  requireSent(end)
  if (options.asJson) return
  for (const { field, before, after } of changes) out(printable(`${field}: ${before} → ${after}`, 400))
  if (changes.length > 0) return
  const isKnown = end.post.before !== null && end.post.after !== null
  out(isKnown ? 'Sent. The server took it and changed nothing that it shows.' : 'Sent. What it changed is not known.')
}
