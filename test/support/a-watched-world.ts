import type { JobsReading, Observation } from '../../src/main/apis/jobs-api'
import type { Circumstances } from '../../src/main/watch/cadence'
import { createPoller, type Poller } from '../../src/main/watch/poller'
import { sight } from '../../src/main/watch/sighting'
import { capabilities } from '../../src/shared/connection'
import { bad, type Fault, good, type Result } from '../../src/shared/fault'
import { type JobRef, refKey } from '../../src/shared/job'
import type { WatchedJob } from '../../src/shared/snapshot'
import { anObservation, someEndedFacts, someFacts } from './builders'
import { fakeClock } from './fake-clock'

/** What a server does with one request, after so many ms. */
export type Deed = { readonly does: 'moves' | 'stands' | 'ends' | Fault; readonly ms: number }

const hour = 3_600_000
/** What a server asked for, ms: at least that long it is to be left alone. */
const askedFor = (fault: Fault): number => {
  if (fault.kind === 'rate-limited') return fault.retryAfterMs === null ? 60_000 : Math.min(fault.retryAfterMs, hour)
  return fault.kind === 'server' ? Math.min(fault.retryAfterMs ?? 0, hour) : 0
}

type WorldParts = {
  readonly jobs: readonly WatchedJob[]
  readonly deeds: () => Deed
  readonly random: () => number
  readonly originOf: (connectionId: string) => string
}

/**
 * A poller among servers that do as they are told, and a second, simple mind beside it that knows what may not happen:
 * it is asked at each request, and what it finds is kept in `wrongs`.
 */
export function aWatchedWorld({ jobs: first, deeds, random, originOf }: WorldParts) {
  const clock = fakeClock()
  const jobs = new Map(first.map(watched => [refKey(watched.ref), watched]))
  const pausedUntil = new Map<string, number>()
  /** What begins at the very moment of an answer cannot have heard of it. */
  const heardAt = new Map<string, number>()
  const inFlight = new Map<string, number>()
  const looking = new Map<string, number>()
  const blocked = new Set<string>()
  const wrongs: string[] = []
  const requests: { readonly at: number; readonly key: string }[] = []
  let around: Circumstances = { pace: 'normal', inView: true, sparing: false }
  let open: JobRef | null = null
  let running = false
  let run = 0
  let processed = 0
  let answering = 0

  const wrong = (what: string, key: string) => wrongs.push(`${what}: ${key} at ${clock.monotonic()}`)

  const answerTo = ({ does }: Deed, source: 'status' | 'detail'): Result<Observation> => {
    if (typeof does !== 'string') return bad(does)
    if (does === 'moves') processed += 1
    const facts = does === 'ends' ? someEndedFacts() : someFacts({ processed })
    return good(anObservation(facts, { source }))
  }

  /** Answers of an earlier run reach nobody, and count for nothing. */
  const ask = async (ref: JobRef, source: 'status' | 'detail', ofRun: number): Promise<Result<Observation>> => {
    const key = refKey(ref)
    const origin = originOf(ref.connectionId)
    const now = clock.monotonic()
    requests.push({ at: now, key })
    if (!running) wrong('asked while stopped', key)
    if (now < (pausedUntil.get(origin) ?? 0) && now > (heardAt.get(origin) ?? -1))
      wrong(`asked before ${pausedUntil.get(origin)}`, key)
    if ((looking.get(key) ?? 0) > 0) wrong('two in flight', key)
    const there = (inFlight.get(origin) ?? 0) + 1
    if (there > 6) wrong('more than six in flight', key)
    inFlight.set(origin, there)
    looking.set(key, 1)
    const deed = deeds()
    answering += 1
    await new Promise<void>(resolve => clock.after(deed.ms, resolve))
    answering -= 1
    if (ofRun !== run) return bad({ kind: 'garbled', what: 'an earlier run' })
    inFlight.set(origin, (inFlight.get(origin) ?? 1) - 1)
    looking.delete(key)
    if (typeof deed.does !== 'string') {
      const until = clock.monotonic() + askedFor(deed.does)
      if (until > (pausedUntil.get(origin) ?? 0)) heardAt.set(origin, clock.monotonic())
      pausedUntil.set(origin, Math.max(pausedUntil.get(origin) ?? 0, until))
    }
    return answerTo(deed, source)
  }

  const readerOf =
    (ofRun: number) =>
    ({ connectionId }: JobRef): JobsReading => ({
      capabilities: capabilities.merchantops,
      readStatus: jobId => ask({ connectionId, jobId }, 'status', ofRun),
      readDetail: jobId => ask({ connectionId, jobId }, 'detail', ofRun),
    })

  const begin = (): Poller => {
    const ofRun = run
    const made = createPoller({
      clock,
      random,
      reader: readerOf(ofRun),
      job: ref => jobs.get(refKey(ref)),
      originOf,
      connectionBlocked: id => blocked.has(id),
      receive(ref, result) {
        const before = jobs.get(refKey(ref))
        if (ofRun === run && before !== undefined) jobs.set(refKey(ref), sight(before, result, clock.wall()))
      },
      connectionFault: () => undefined,
      around: () => around,
      openJob: () => open,
      serverWaits: () => undefined,
      beforeTick: () => undefined,
      trouble(_where, error) {
        throw error
      },
    })
    running = true
    made.plan([...jobs.values()])
    made.start()
    return made
  }
  let poller = begin()

  return {
    clock,
    jobs,
    blocked,
    requests,
    wrongs,
    poller: () => poller,
    /** Timers that the poller has armed: what is left when the servers' own are taken away. */
    armed: (): number => clock.pending() - answering,
    stop() {
      running = false
      poller.stop()
    },
    start() {
      running = true
      poller.start()
    },
    surround(now: Circumstances) {
      around = now
      poller.reconsider()
    },
    open(ref: JobRef | null) {
      open = ref
      if (ref !== null) poller.attend(ref)
    },
    /** As after kill -9: only what was written down is known, which is what the jobs' own faults say. */
    restart() {
      poller.stop()
      run += 1
      inFlight.clear()
      looking.clear()
      pausedUntil.clear()
      for (const { ref, fault, triedAt } of jobs.values()) {
        if (fault === null || triedAt === null || !('retryAfterMs' in fault.fault)) continue
        const asked = Math.min(fault.fault.retryAfterMs ?? 0, hour)
        const until = clock.monotonic() + asked - (clock.wall().getTime() - new Date(triedAt).getTime())
        const origin = originOf(ref.connectionId)
        pausedUntil.set(origin, Math.max(pausedUntil.get(origin) ?? 0, until))
      }
      poller = begin()
    },
  }
}
