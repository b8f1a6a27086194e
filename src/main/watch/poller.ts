import { bad, type Fault, type Result } from '../../shared/fault'
import { type JobRef, refKey } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import type { Observation } from '../apis/jobs-api'
import { nextLook } from './cadence'
import type { Clock } from './clock'
import { look, type Reader } from './look'

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
  readonly receive: (ref: JobRef, result: Result<Observation>) => void
  readonly connectionFault: (connectionId: string, fault: Fault) => void
  readonly pollMs: () => number
}

type Plan = {
  readonly ref: JobRef
  readonly lane: Lane
  due: number
  /** Faults in a row. */
  failures: number
  /** Good looks since the last deep one. */
  sinceDetail: number
  busy: boolean
}
type Lane = { inFlight: number }

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
    const lane = lanes.get(connectionId) ?? { inFlight: 0 }
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
    for (const plan of plans.values()) if (plan.due < earliest && ready(plan)) earliest = plan.due
    if (earliest < Number.POSITIVE_INFINITY) cancel = clock.after(Math.max(0, earliest - clock.monotonic()), tick)
  }

  const tick = () => {
    const now = clock.monotonic() + tickMs
    const due = [...plans.values()].filter(plan => plan.due <= now && !plan.busy).sort((a, b) => a.due - b.due)
    for (const plan of due) if (ready(plan)) void run(plan)
    arm()
  }

  const run = async (plan: Plan): Promise<void> => {
    const watched = ports.job(plan.ref)
    const reader = ports.reader(plan.ref)
    if (watched === undefined || reader === null) return void plans.delete(refKey(plan.ref))
    plan.busy = true
    plan.lane.inFlight += 1
    const result = await look(reader, watched, plan.sinceDetail).catch(
      (): Result<Observation> => bad({ kind: 'garbled', what: 'the reader stopped' }),
    )
    plan.busy = false
    plan.lane.inFlight -= 1
    try {
      if (plans.get(refKey(plan.ref)) === plan) settle(plan, result)
    } finally {
      arm()
    }
  }

  const settle = (plan: Plan, result: Result<Observation>) => {
    plan.failures = result.ok ? 0 : plan.failures + 1
    plan.sinceDetail = result.ok && result.value.source === 'detail' ? 0 : plan.sinceDetail + 1
    try {
      if (!result.ok && concernsConnection(result.fault)) ports.connectionFault(plan.ref.connectionId, result.fault)
      else ports.receive(plan.ref, result)
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
      sinceDetail: Number.POSITIVE_INFINITY,
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
