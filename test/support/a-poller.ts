import type { JobsReading, Observation } from '../../src/main/apis/jobs-api'
import { createPoller, type PollerPorts } from '../../src/main/watch/poller'
import { sight } from '../../src/main/watch/sighting'
import { capabilities } from '../../src/shared/connection'
import { type Fault, good, type Result } from '../../src/shared/fault'
import { type JobRef, refKey } from '../../src/shared/job'
import type { WatchedJob } from '../../src/shared/snapshot'
import { anObservation, anUnseenJob, someFacts } from './builders'
import { fakeClock } from './fake-clock'

export type Answer = (jobId: string, depth: 'status' | 'detail') => Result<Observation> | Promise<Result<Observation>>

/** A poller over a world whose server is the given function; every look is written down with its time. */
export function aPoller(answer: Answer, own: Partial<PollerPorts> = {}) {
  const clock = fakeClock()
  const jobs = new Map<string, WatchedJob>()
  const looks: { readonly at: number; readonly jobId: string; readonly depth: string }[] = []
  const faults: Fault[] = []
  const troubles: unknown[] = []
  const blocked = new Set<string>()
  const waits: { readonly origin: string; readonly until: number | null }[] = []
  const ask = (depth: 'status' | 'detail') => async (jobId: string) => {
    looks.push({ at: clock.monotonic(), jobId, depth })
    return answer(jobId, depth)
  }
  const reader: JobsReading = {
    capabilities: capabilities.merchantops,
    readStatus: ask('status'),
    readDetail: ask('detail'),
  }
  const poller = createPoller({
    clock,
    reader: () => reader,
    job: (ref: JobRef) => jobs.get(refKey(ref)),
    connectionBlocked: id => blocked.has(id),
    receive: (ref, result) => {
      const before = jobs.get(refKey(ref))
      if (before !== undefined) jobs.set(refKey(ref), sight(before, result, clock.wall()))
    },
    connectionFault: (id, fault) => {
      blocked.add(id)
      faults.push(fault)
    },
    // No chance: every pause is as long as it is meant to be.
    random: () => 0.5,
    originOf: id => `https://${id}.example.com`,
    around: () => ({ pace: 'normal', inView: true, sparing: false }),
    openJob: () => null,
    serverWaits: (origin, until) => void waits.push({ origin, until }),
    beforeTick: () => undefined,
    trouble: (_where, error) => void troubles.push(error),
    ...own,
  })
  /** Takes jobs up, as they are. */
  const take = (list: readonly WatchedJob[]) => {
    for (const watched of list) jobs.set(refKey(watched.ref), watched)
    poller.plan(list)
  }
  const watch = (...ids: readonly string[]) => {
    const list = ids.map(jobId => anUnseenJob({ ref: { connectionId: 'c1', jobId } }))
    take(list)
  }
  return { clock, jobs, looks, faults, troubles, blocked, waits, poller, take, watch }
}

export const status = (own = {}) => good(anObservation(someFacts(own), { source: 'status' }))
export const detail = (own = {}) => good(anObservation(someFacts(own)))
export const moving: Answer = (_id, depth) => (depth === 'status' ? status() : detail())
export const ids = (many: number) => Array.from({ length: many }, (_, index) => `job-${index}`)
