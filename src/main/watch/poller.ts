import { bad, type Fault, type Result } from '../../shared/fault'
import { type JobRef, refKey } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import type { Observation } from '../apis/jobs-api'
import { hostPause, nextLook } from './cadence'
import type { Clock } from './clock'
import { afterLook, type Depth, unread } from './depth'
import { type Look, look, type Reader } from './look'

/** As many looks at once for each connection as there are sockets to an origin (performance.md). */
const mostAtOnce = 6
/** Looks that fall due within this many ms of each other share one tick. */
const tickMs = 50

export type PollerPorts = {
  readonly clock: Clock
  readonly reader: (ref: JobRef) => Reader | null
  readonly job: (ref: JobRef) => WatchedJob | undefined
  /** Stands in the way of every job of a connection, or null. */
  readonly connectionBlocked: (connectionId: string) => boolean
  /** `asked`: when the look began, monotonic ms. */
  readonly receive: (ref: JobRef, result: Result<Observation>, asked: number) => void
  readonly connectionFault: (connectionId: string, fault: Fault) => void
  readonly pollMs: () => number
}

type Plan = {
  readonly ref: JobRef
  readonly lane: Lane
  due: number
  /** Faults in a row. */
  failures: number
  depth: Depth
  busy: boolean
}
/** All looks at one connection. `notBefore`: the server asked every one of them to wait until then, monotonic ms. */
type Lane = { inFlight: number; notBefore: number }

const dueOf = (plan: Plan): number => Math.max(plan.due, plan.lane.notBefore)

/** True for what no other job of the connection can escape either. */
export const concernsConnection = (fault: Fault): boolean => fault.kind === 'unauthorized' || fault.kind === 'no-key'

/** One scheduler with one armed timer. A job is looked at once at a time and planned anew when the answer is in. */
export function createPoller(ports: PollerPorts) {
  const { clock } = ports
  const plans = new Map<string, Plan>()
  const lanes = new Map<string, Lane>()
  let cancel: (() => void) | null = null
  let running = false

  const laneOf = (connectionId: string): Lane => {
    const lane = lanes.get(connectionId) ?? { inFlight: 0, notBefore: 0 }
    lanes.set(connectionId, lane)
    return lane
  }
  const ready = (plan: Plan): boolean =>
    !plan.busy && plan.lane.inFlight < mostAtOnce && !ports.connectionBlocked(plan.ref.connectionId)

  const arm = () => {
    cancel?.()
    cancel = null
    if (!running) return
    let earliest = Number.POSITIVE_INFINITY
    for (const plan of plans.values()) if (dueOf(plan) < earliest && ready(plan)) earliest = dueOf(plan)
    if (earliest < Number.POSITIVE_INFINITY) cancel = clock.after(Math.max(0, earliest - clock.monotonic()), tick)
  }

  const tick = () => {
    const now = clock.monotonic() + tickMs
    const due = [...plans.values()].filter(plan => dueOf(plan) <= now && !plan.busy).sort((a, b) => a.due - b.due)
    for (const plan of due) if (ready(plan)) void run(plan)
    arm()
  }

  const run = async (plan: Plan): Promise<void> => {
    const watched = ports.job(plan.ref)
    const reader = ports.reader(plan.ref)
    if (watched === undefined || reader === null) return void plans.delete(refKey(plan.ref))
    plan.busy = true
    plan.lane.inFlight += 1
    const asked = clock.monotonic()
    const seen = await look(reader, watched, plan.depth).catch(
      (): Look => ({ result: bad({ kind: 'garbled', what: 'the reader stopped' }), attempt: null }),
    )
    plan.busy = false
    plan.lane.inFlight -= 1
    heed(plan.lane, seen)
    try {
      if (plans.get(refKey(plan.ref)) === plan) settle(plan, seen, asked)
    } finally {
      arm()
    }
  }

  const heed = (lane: Lane, { result, attempt }: Look) => {
    for (const fault of [
      result.ok ? null : result.fault,
      attempt !== null && 'fault' in attempt ? attempt.fault : null,
    ])
      if (fault !== null) lane.notBefore = Math.max(lane.notBefore, clock.monotonic() + hostPause(fault))
  }

  const settle = (plan: Plan, { result, attempt }: Look, asked: number) => {
    plan.failures = result.ok ? 0 : plan.failures + 1
    plan.depth = afterLook(plan.depth, attempt)
    try {
      if (!result.ok && concernsConnection(result.fault)) ports.connectionFault(plan.ref.connectionId, result.fault)
      else ports.receive(plan.ref, result, asked)
    } finally {
      replan(plan)
    }
  }

  const replan = (plan: Plan) => {
    const watched = ports.job(plan.ref)
    const wait = watched === undefined ? null : nextLook(watched, plan.failures, clock.wall().getTime(), ports.pollMs())
    if (wait === null) plans.delete(refKey(plan.ref))
    else plan.due = clock.monotonic() + wait
  }

  const planFor = (ref: JobRef): Plan => {
    const fresh = {
      ref,
      lane: laneOf(ref.connectionId),
      due: 0,
      failures: 0,
      depth: unread,
      busy: false,
    }
    const plan = plans.get(refKey(ref)) ?? fresh
    plans.set(refKey(ref), plan)
    return plan
  }

  return {
    /** Takes jobs up: an active one is due at once, an ended one when it is worth another look, if ever. */
    plan(list: readonly WatchedJob[]): void {
      for (const watched of list) {
        const plan = planFor(watched.ref)
        if (watched.job?.phase === 'ended' || watched.gone) replan(plan)
        else plan.due = clock.monotonic()
      }
      arm()
    },
    drop(refs: readonly JobRef[]): void {
      for (const ref of refs) plans.delete(refKey(ref))
      arm()
    },
    /** A write was answered: what a look that began before it brings is older, and is dropped (api-notes section 3). */
    written(ref: JobRef): void {
      plans.delete(refKey(ref))
      replan(planFor(ref))
      arm()
    },
    /** Looks as soon as a place is free, also at jobs that would never be looked at again. */
    lookNow(list: readonly WatchedJob[]): void {
      for (const { ref } of list) planFor(ref).due = clock.monotonic()
      arm()
    },
    start(): void {
      running = true
      arm()
    },
    stop(): void {
      running = false
      arm()
    },
    /** To be called when something that `ready` depends on has changed. */
    wake: arm,
  }
}

export type Poller = ReturnType<typeof createPoller>
