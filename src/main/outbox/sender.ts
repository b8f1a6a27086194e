import { bad, type Fault, type Result } from '../../shared/fault'
import type { JobsApi, JobsWriting } from '../apis/jobs-api'
import type { Journal } from '../journal/journal'
import type { StoredPost } from '../journal/posts'
import type { Clock } from '../watch/clock'
import type { Book } from './book'
import { lookFateOf, retryDelay } from './fate'
import { glimpseOf, type Seen } from './glimpse'
import type { Posted } from './outcome'

/** After trouble of our own (a disk that refuses), ms. */
const afterTroubleMs = 10_000
const longestTimerMs = 60_000

export type SenderPorts = {
  readonly posts: Pick<Journal['posts'], 'head' | 'get' | 'lanes'>
  readonly book: Book
  readonly clock: Clock
  /** 0 to 1. */
  readonly random: () => number
  readonly apiOf: (connectionId: string) => JobsApi | null
  /** The server and organization a connection names now; null when it is gone. */
  readonly targetOf: (connectionId: string) => string | null
  readonly before: (post: StoredPost) => Promise<Result<Seen | null>>
  /** Writes down what became of a post that was on its way. */
  readonly conclude: (sending: StoredPost, posted: Posted) => void
  readonly refuse: (stored: StoredPost, fault: Fault) => void
  readonly trouble: (where: string, error: unknown) => void
}

type Lane = { busy: boolean; failures: number; notBefore: number; cancel: (() => void) | null }

const elsewhere: Fault = {
  kind: 'rejected',
  status: 0,
  complaints: [
    { at: '', message: 'The connection names another server or organization by now. Check it, then send this again.' },
  ],
  said: null,
}
const takesNone: Fault = { ...elsewhere, complaints: [{ at: '', message: 'This API takes no reports.' }] }

/** Sends what is in line: each lane in order, one at a time. `sending` is on the disk before a byte leaves. */
export function createSender(ports: SenderPorts) {
  const { posts, book, clock, apiOf, trouble } = ports
  const lanes = new Map<string, Lane>()
  let running = false

  const wake = (name: string): void => {
    const lane = lanes.get(name) ?? { busy: false, failures: 0, notBefore: 0, cancel: null }
    lane.cancel?.()
    lane.cancel = null
    if (!running || lane.busy) return
    const head = posts.head(name)
    if (head?.post.state !== 'waiting') return void lanes.delete(name)
    lanes.set(name, lane)
    const due = head.post.nextTryAt === null ? 0 : new Date(head.post.nextTryAt).getTime() - clock.wall().getTime()
    const wait = Math.max(due, lane.notBefore - clock.monotonic())
    if (wait > 0) lane.cancel = clock.after(Math.min(wait, longestTimerMs), () => wake(name))
    else void work(name, lane, head)
  }

  const work = async (name: string, lane: Lane, head: StoredPost): Promise<void> => {
    lane.busy = true
    try {
      await attempt(lane, head)
    } catch (error) {
      trouble('outbox', error)
      lane.notBefore = clock.monotonic() + afterTroubleMs
    } finally {
      lane.busy = false
      if (running) wake(name)
    }
  }

  const later = (lane: Lane, fault: Fault) => {
    const ms = retryDelay(lane.failures, ports.random())
    lane.failures += 1
    return { fault, nextTryAt: new Date(clock.wall().getTime() + ms).toISOString() }
  }

  const attempt = async (lane: Lane, head: StoredPost): Promise<void> => {
    const { connectionId } = head.post
    if (ports.targetOf(connectionId) !== head.target) return ports.refuse(head, elsewhere)
    const writing = apiOf(connectionId)?.writing ?? null
    if (writing === null) return ports.refuse(head, takesNone)
    const before = await ports.before(head)
    // Dropped, edited or held meanwhile.
    const now = posts.get(head.post.id)
    if (!running || now === null || posts.head(head.lane)?.post.id !== head.post.id || now.post.state !== 'waiting')
      return
    if (!before.ok) {
      if (lookFateOf(before.fault) === 'hold') book.note(now, later(lane, before.fault))
      else ports.refuse(now, before.fault)
      return
    }
    await send(lane, now, writing, before.value)
  }

  const send = async (lane: Lane, stored: StoredPost, writing: JobsWriting, seen: Seen | null): Promise<void> => {
    const { content, attempts } = stored.post
    const started = {
      sentAt: clock.wall().toISOString(),
      attempts: attempts + 1,
      nextTryAt: null,
      fault: null,
      comparison: null,
      before: seen && glimpseOf(seen, content),
      after: null,
    }
    const sending = book.change(stored, 'begin', started, { durable: true })
    const posted = await postWith(writing, sending).catch((): Posted => ({ kind: 'fault', fault: stopped }))
    const left = posted.kind === 'fault' && posted.fault.kind === 'unreachable' && !posted.fault.mayHaveArrived
    await insisting(() => {
      // Its connection was removed, and the post with it.
      if (posts.get(sending.post.id) === null) return
      if (left) book.change(sending, 'not-left', later(lane, posted.fault))
      else ports.conclude(sending, posted)
    })
    if (!left) lane.failures = 0
  }

  /** What came of a post that has left is written down as soon as the disk takes it; until then its lane stands. */
  const insisting = async (act: () => unknown): Promise<void> => {
    for (;;) {
      try {
        act()
        return
      } catch (error) {
        trouble('outbox', error)
        await new Promise<void>(resolve => clock.after(afterTroubleMs, resolve))
        if (!running) return
      }
    }
  }

  return {
    wake,
    wakeAll(): void {
      for (const name of new Set([...lanes.keys(), ...posts.lanes()])) wake(name)
    },
    start(): void {
      running = true
      this.wakeAll()
    },
    /** Nothing more is begun. What is on its way is found as unknown by the next start, unless it ends before. */
    stop(): void {
      running = false
      for (const lane of lanes.values()) lane.cancel?.()
    },
  }
}

const stopped: Fault = { kind: 'garbled', what: 'the client stopped' }

async function postWith(writing: JobsWriting, { post }: StoredPost): Promise<Posted> {
  const { content } = post
  if (content.kind === 'create') {
    const made = await writing.create(content.input)
    return made.ok ? { kind: 'created', ...made.value } : { kind: 'fault', ...bad(made.fault) }
  }
  const reported = await writing.postProgress(content.jobId, content.input)
  return reported.ok ? { kind: 'reported', observation: reported.value } : { kind: 'fault', fault: reported.fault }
}

export type Sender = ReturnType<typeof createSender>
