import { type JobRef, refKey } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import { type AgendaPorts, createAgenda } from './agenda'
import { createDue, type DuePorts } from './due'
import type { Reader } from './look'
import { createOneLook } from './one-look'
import { createManners } from './origin/manners'
import type { Plan } from './plan'
import { createRearrange, spreadMs } from './rearrange'
import { createSettle, type SettlePorts } from './settle'
import { createTakeUp } from './take-up'
import { createWaits } from './waits'

/**
 * Looks that fall due within this many ms of each other share one tick. Waking costs as much as a look does: with a
 * thousand jobs, one look at a time takes twice the processor that a second's worth at once does.
 */
const tickMs = { inView: 250, unseen: 1_000 }
/** So few need no spreading. */
const few = 6
/** Nor do they stand in line behind thousands that were added before, ms: a person waits for them. */
const aheadMs = 3_600_000

export type PollerPorts = DuePorts &
  SettlePorts &
  Pick<AgendaPorts, 'originOf'> & {
    readonly reader: (ref: JobRef) => Reader | null
    /** Stands in the way of every job of a connection. */
    readonly connectionBlocked: (connectionId: string) => boolean
    /** Told when all looks at a server are kept back, monotonic ms, and when they no longer are (null). */
    readonly serverWaits: (origin: string, until: number | null) => void
    /** Called before each tick: the computer may have slept meanwhile. */
    readonly beforeTick: () => void
    readonly trouble: (where: string, error: unknown) => void
  }

/** One scheduler with one armed timer. A job is looked at once at a time and planned anew when the answer is in. */
export function createPoller(ports: PollerPorts) {
  const { clock, random } = ports
  const plans = new Map<string, Plan>()
  const pace = () => ports.around().pace
  const agenda = createAgenda({ random, originOf: ports.originOf, isBlocked: ports.connectionBlocked, pace })
  const dueAfter = createDue(ports)
  const waits = createWaits(ports.serverWaits)
  let cancel: (() => void) | null = null
  let running = false
  let sweptAt = Number.NEGATIVE_INFINITY
  let givesWayUntil = Number.NEGATIVE_INFINITY

  const lookAt = createOneLook({ ...ports, isRunning: () => running, wokeAt: () => sweptAt })

  const armFor = (wait: number) => {
    cancel?.()
    cancel = running && wait < Number.POSITIVE_INFINITY ? clock.after(wait, tick) : null
  }
  const arm = () => {
    const now = clock.monotonic()
    waits.tell(agenda.servers(), now)
    const wait = Math.max(agenda.nextAt(now), givesWayUntil) - now
    armFor(wait <= 0 ? 0 : Math.max(wait, ports.around().inView ? tickMs.inView : tickMs.unseen))
  }
  const tick = () => {
    ports.beforeTick()
    begin()
  }
  const begin = () => {
    const now = clock.monotonic()
    if (running && now >= givesWayUntil) for (const plan of agenda.due(now)) void run(plan)
    arm()
  }

  const forget = (plan: Plan) => {
    agenda.remove(plan)
    if (plans.get(plan.key) === plan) plans.delete(plan.key)
  }

  const run = async (plan: Plan): Promise<void> => {
    const watched = ports.job(plan.ref)
    const reader = ports.reader(plan.ref)
    if (watched === undefined || reader === null) {
      agenda.ended(plan.key)
      return forget(plan)
    }
    plan.isAsked = false
    const asked = clock.monotonic()
    const seen = await lookAt(plan, watched, reader)
    agenda.ended(plan.key)
    try {
      if (plans.get(plan.key) === plan) settle(plan, seen, asked)
    } catch (error) {
      // One answer that we cannot take must not end the watching of all: what nobody catches ends the app.
      ports.trouble('watching', error)
    } finally {
      begin()
    }
  }

  const replan = (plan: Plan) => {
    const watched = ports.job(plan.ref)
    // Whoever received the answer may have dropped the job, or planned it anew.
    if (plans.get(plan.key) !== plan) return
    const due = watched === undefined ? null : dueAfter(plan, watched)
    if (due === null) forget(plan)
    else agenda.put(plan, due)
  }

  const settle = createSettle(ports, agenda, replan)

  const rearrange = createRearrange({ plans, agenda, random, job: ports.job, replan })

  const planFor = createTakeUp(plans, agenda, clock)

  const drop = (ref: JobRef) => {
    const plan = plans.get(refKey(ref))
    if (plan !== undefined) forget(plan)
  }

  return {
    manners: createManners(id => agenda.laneOf(id).server.origin, clock, arm),
    /** Takes jobs up: an active one is due at once, an ended one when it is worth another look, if ever. */
    plan(list: readonly WatchedJob[]): void {
      const spread = list.length <= few ? 0 : Math.min(spreadMs, list.length * 5)
      for (const watched of list) {
        const known = plans.get(refKey(watched.ref))
        const plan = planFor(watched)
        // A look that was asked for before the start is still owed.
        if (known !== undefined && known.due <= clock.monotonic() && !running) continue
        if (watched.job?.phase === 'ended' || watched.gone) replan(plan)
        else agenda.put(plan, clock.monotonic() + (plan.isFirst && spread === 0 ? -aheadMs : random() * spread))
      }
      arm()
    },
    drop(refs: readonly JobRef[]): void {
      for (const ref of refs) drop(ref)
      arm()
    },
    /** A newer answer came another way: what a look that began before it brings is older, and is dropped (api-notes section 3). */
    written(ref: JobRef): void {
      drop(ref)
      const watched = ports.job(ref)
      if (watched !== undefined) {
        const plan = planFor(watched)
        if (watched.job !== null) plan.lookedAt = clock.monotonic()
        plan.isFirst = false
        replan(plan)
      }
      arm()
    },
    /** Looks as soon as a place is free, also at jobs that would never be looked at again. What a server asked for stands. */
    lookNow(list: readonly WatchedJob[]): void {
      for (const watched of list) {
        const plan = planFor(watched)
        plan.isFirst = false
        plan.isAsked = true
        plan.lane.server.origin.tryNow(clock.monotonic())
        agenda.put(plan, clock.monotonic())
      }
      armFor(0)
    },
    /** Somebody waits for a job: the next look comes so soon after the last one, ms, but never within the shortest pause. */
    attend(ref: JobRef, within = 0): void {
      if (rearrange.attend(ref, within, clock.monotonic())) arm()
    },
    /** The pace, or what it depends on, has changed. */
    reconsider(): void {
      rearrange.reconsider(clock.monotonic())
      arm()
    },
    /** Looks at everything that goes on and that no look since `freshSince` (monotonic ms) has shown. */
    sweep(freshSince: number): void {
      sweptAt = clock.monotonic()
      rearrange.sweep(freshSince, sweptAt)
      armFor(0)
    },
    /** Begins no look for so long, ms, while something else needs the processor; 0: from now on it may. */
    giveWay(ms: number): void {
      givesWayUntil = clock.monotonic() + ms
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
    /** To be called when something that `connectionBlocked` depends on has changed. */
    wake: (): void => armFor(0),
  }
}

export type Poller = ReturnType<typeof createPoller>
