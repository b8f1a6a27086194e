import type { Fault, Result } from '../../shared/fault'
import type { Waits } from '../../shared/outbox'
import type { Journal } from '../journal/journal'
import type { StoredPost } from '../journal/posts'
import type { Clock } from '../watch/clock'
import type { Book } from './book'
import { fateOf, retryDelay } from './fate'
import { glimpseOf, type Seen } from './glimpse'
import { type InTheWay, saysTheSame } from './in-the-way'
import { insist } from './insist'
import { forgive, type Lane, newLane, waitOf } from './lane'
import type { Outcome, Posted } from './outcome'
import type { PoliteApi } from './polite'
import { elsewhere, postWith, stopped, takesNone, type Writing } from './posting'

/** After trouble of our own (a disk that refuses), ms. */
const afterTroubleMs = 10_000
const longestTimerMs = 60_000

export type SenderPorts = {
  readonly posts: Pick<Journal['posts'], 'head' | 'get' | 'lanes'>
  readonly book: Book
  readonly clock: Clock
  /** 0 to 1. */
  readonly random: () => number
  readonly apiOf: (connectionId: string) => Pick<PoliteApi, 'writing'> | null
  /** The server and organization a connection names now; null when it is gone. */
  readonly targetOf: (connectionId: string) => string | null
  readonly inTheWay: (connectionId: string, insists: boolean) => InTheWay | null
  readonly before: (post: StoredPost) => Promise<Result<Seen | null>>
  /** Writes down what became of a post that was on its way. */
  readonly conclude: (sending: StoredPost, posted: Posted) => void
  readonly refuse: (stored: StoredPost, fault: Fault) => void
  readonly hold: Outcome['hold']
  readonly trouble: (where: string, error: unknown) => void
}

/** Sends what is in line: each lane in order, one at a time. `sending` is on the disk before a byte leaves. */
export function createSender(ports: SenderPorts) {
  const { posts, book, clock, apiOf, trouble } = ports
  const lanes = new Map<string, Lane>()
  let running = false

  /** Never throws: a timer calls it, and a journal that cannot be read now must not leave the line standing. */
  const wake = (name: string, insists = false): void => {
    const lane = lanes.get(name) ?? newLane()
    if (insists) {
      lane.insists = true
      forgive(lane)
    }
    lane.cancel?.()
    lane.cancel = null
    if (!running || lane.busy) return
    try {
      goOn(name, lane)
    } catch (error) {
      trouble('outbox', error)
      lanes.set(name, lane)
      lane.cancel = clock.after(afterTroubleMs, () => wake(name))
    }
  }

  const goOn = (name: string, lane: Lane): void => {
    const head = posts.head(name)
    if (head?.post.state !== 'waiting') return void lanes.delete(name)
    lanes.set(name, lane)
    const way = ports.inTheWay(head.post.connectionId, lane.insists)
    if (way !== null || head.post.connectionPaused) tell(head, way?.waits ?? { ...head.post, connectionPaused: false })
    if (way === null) goOrWait(name, lane, head)
    else if (way.ms !== null) lane.cancel = clock.after(Math.min(way.ms, longestTimerMs), () => wake(name))
  }

  const tell = (head: StoredPost, waits: Waits): void => {
    try {
      if (!saysTheSame(head.post, waits)) book.note(head, waits)
    } catch (error) {
      trouble('outbox', error)
    }
  }

  const goOrWait = (name: string, lane: Lane, head: StoredPost): void => {
    const wait = waitOf(lane, head.post, clock)
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

  /** What waits for its connection is told when that is fit again; until then this keeps it from being tried in a circle. */
  const later = (lane: Lane, connectionId: string, fault: Fault): Waits => {
    const ms = retryDelay(fault, lane.failures, ports.random())
    lane.failures += 1
    const wait = Math.max(ms ?? 0, ports.inTheWay(connectionId, true)?.ms ?? 0)
    if (ms === null) lane.notBefore = clock.monotonic() + longestTimerMs
    const nextTryAt = ms === null ? null : new Date(clock.wall().getTime() + wait).toISOString()
    return { fault, nextTryAt, connectionPaused: false }
  }

  const attempt = async (lane: Lane, head: StoredPost): Promise<void> => {
    const { connectionId } = head.post
    const { insists } = lane
    lane.insists = false
    if (ports.targetOf(connectionId) !== head.target) return ports.refuse(head, elsewhere)
    const writing = apiOf(connectionId)?.writing ?? null
    if (writing === null) return ports.refuse(head, takesNone)
    const before = await ports.before(head)
    // Dropped, edited or held meanwhile.
    const now = posts.get(head.post.id)
    if (!running || now === null || posts.head(head.lane)?.post.id !== head.post.id || now.post.state !== 'waiting')
      return
    if (!before.ok) return ports.hold(now, null, later(lane, connectionId, before.fault))
    // Paused, or found to have no key, while it was looked at.
    if (ports.inTheWay(connectionId, insists) === null) await send(lane, now, writing, before.value)
  }

  const send = async (lane: Lane, stored: StoredPost, writing: Writing, seen: Seen | null): Promise<void> => {
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
    const fate = posted.kind === 'fault' ? fateOf(posted.fault) : null
    const stays = posted.kind === 'fault' && (fate === 'not-left' || fate === 'put-off')
    const waits = stays ? later(lane, stored.post.connectionId, posted.fault) : null
    const act = () => {
      // Its connection was removed, and the post with it.
      if (posts.get(sending.post.id) === null) return
      if (waits !== null && stays) ports.hold(sending, fate, waits)
      else ports.conclude(sending, posted)
    }
    await insist(act, { clock, everyMs: afterTroubleMs, isRunning: () => running, trouble })
    if (!stays) lane.failures = 0
  }

  const allLanes = () => new Set([...lanes.keys(), ...posts.lanes()])

  return {
    wake,
    /** The connection can be used again, or differently: what it kept back is tried at once. */
    again(connectionId: string): void {
      for (const name of allLanes()) {
        const head = posts.head(name)
        if (head?.post.state !== 'waiting' || head.post.connectionId !== connectionId) continue
        const lane = lanes.get(name)
        if (lane !== undefined) {
          lane.failures = 0
          forgive(lane)
        }
        try {
          if (head.post.nextTryAt !== null) book.note(head, { nextTryAt: null })
        } catch (error) {
          trouble('outbox', error)
        }
        wake(name)
      }
    },
    start(): void {
      running = true
      for (const name of allLanes()) wake(name)
    },
    /** Nothing more is begun. What is on its way is found as unknown by the next start, unless it ends before. */
    stop(): void {
      running = false
      for (const lane of lanes.values()) lane.cancel?.()
    },
  }
}

export type Sender = ReturnType<typeof createSender>
