import { type Callers, createCallers, RETAIL_CALLER } from './callers'
import { createClock, type SandboxClock, type TimeSource } from './clock'
import { createFaultBook, type FaultBook } from './faults/book'
import { createFaultDeeds, type FaultDeeds } from './faults/deeds'
import type { FaultRule } from './faults/rule'
import { createJobStore, type JobSeen, type JobStore } from './job-store'
import type { MerchantJob } from './merchantops/job'
import { type Random, seeded } from './random'
import { createRequestLog, type RequestLog } from './request-log'
import type { RetailJob } from './retailgrid/job'
import { storyCalled } from './stories/catalogue'

export type WorldOptions = {
  readonly seed: number
  readonly speed: number
  readonly latencyMs: number
  readonly faults: readonly FaultRule[]
  readonly time: TimeSource
  /** See Stage. */
  readonly elsewhere: () => string
}

/** Everything the three servers share. */
export type World = {
  readonly clock: SandboxClock
  readonly callers: Callers
  readonly merchants: JobStore<MerchantJob>
  readonly retailers: JobStore<RetailJob>
  readonly faults: FaultBook
  readonly deeds: FaultDeeds
  readonly log: RequestLog
  readonly latencyMs: number
  readonly random: (purpose: string) => Random
  /** Starts a story and returns the jobs it brought at once; null when there is none of this name. */
  readonly tell: (name: string) => readonly JobSeen[] | null
  readonly onJob: (listener: (job: JobSeen) => void) => () => void
  readonly stop: () => void
}

export function createWorld({ seed, speed, latencyMs, faults: rules, time, elsewhere }: WorldOptions): World {
  const clock = createClock(time, speed)
  const callers = createCallers()
  const listeners = new Set<(job: JobSeen) => void>()
  const announce = (job: JobSeen) => {
    for (const listener of listeners) listener(job)
  }
  const onJob = (listener: (job: JobSeen) => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }
  const common = { clock, announce, endedAt: (job: { completed_at: number | null }) => job.completed_at }
  const merchants = createJobStore<MerchantJob>({ vendor: 'merchantops', ...common })
  const retailers = createJobStore<RetailJob>({ vendor: 'retailgrid', ...common })
  const faults = createFaultBook()
  for (const rule of rules) faults.add(rule)
  const deeds = createFaultDeeds(clock)
  const random = (purpose: string) => seeded(seed, purpose)

  let told = 0
  const tell = (name: string) => {
    const story = storyCalled(name)
    if (!story) return null
    told += 1
    const brought: JobSeen[] = []
    const forget = onJob(job => brought.push(job))
    story.start({
      clock,
      random: random(`story ${told}: ${name}`),
      merchantops: merchants,
      retailgrid: retailers,
      organization: callers.organization,
      otherOrganization: callers.otherOrganization,
      retailCaller: RETAIL_CALLER,
      faults,
      elsewhere,
    })
    forget()
    return brought
  }

  const stop = () => {
    clock.stop()
    deeds.stop()
    listeners.clear()
  }
  return {
    clock,
    callers,
    merchants,
    retailers,
    faults,
    deeds,
    log: createRequestLog(),
    latencyMs,
    random,
    tell,
    onJob,
    stop,
  }
}
