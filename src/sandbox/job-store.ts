import { MAX_JOBS, RETAIN_MS, RETAIN_REAL_MS, SWEEP_MS } from './assumptions'
import type { SandboxClock } from './clock'

export type Vendor = 'merchantops' | 'retailgrid'
/** How a job came: `job`: set off by another one, whose answers name it. */
export type Via = 'story' | 'job' | 'api' | 'control'
export type JobSeen = { readonly vendor: Vendor; readonly job_id: string; readonly via: Via }

/** A job that lives by itself: what it is at each moment, as a pure function of the sandbox's time. */
export type Life<Job> = (now: number) => Job

export type JobStore<Job> = {
  readonly add: (jobId: string, job: Job | Life<Job>, via: Via) => void
  readonly read: (jobId: string) => Job | undefined
  /** Keeps a job as given. A story lets go of a job that somebody else has written to. */
  readonly write: (jobId: string, job: Job) => void
  readonly remove: (jobId: string) => boolean
  readonly list: () => readonly { readonly via: Via; readonly job: Job }[]
}

type Entry<Job> = { readonly via: Via; readonly life: Life<Job>; endNoticed: number | null }

type StoreParts<Job> = {
  readonly vendor: Vendor
  readonly clock: SandboxClock
  readonly endedAt: (job: Job) => number | null
  readonly announce: (seen: JobSeen) => void
}

export function createJobStore<Job extends object>(parts: StoreParts<Job>): JobStore<Job> {
  const { vendor, clock, endedAt, announce } = parts
  const entries = new Map<string, Entry<Job>>()
  const lifeOf = (job: Job | Life<Job>): Life<Job> => (typeof job === 'function' ? job : () => job)
  const ended = (entry: Entry<Job>) => endedAt(entry.life(clock.now()))

  const makeRoom = () => {
    if (entries.size < MAX_JOBS) return
    const oldest = [...entries].find(([, entry]) => ended(entry) !== null) ?? [...entries][0]
    if (oldest) entries.delete(oldest[0])
  }

  // Two ages, because at a high speed an hour of the sandbox is a moment of the person who watches it.
  const sweep = () => {
    for (const [jobId, entry] of entries) {
      const end = ended(entry)
      if (end === null) entry.endNoticed = null
      else {
        entry.endNoticed ??= clock.monotonic()
        const oldHere = clock.now() - end >= RETAIN_MS
        if (oldHere && clock.monotonic() - entry.endNoticed >= RETAIN_REAL_MS) entries.delete(jobId)
      }
    }
    clock.at(clock.now() + SWEEP_MS, sweep)
  }
  clock.at(clock.now() + SWEEP_MS, sweep)

  return {
    add: (jobId, job, via) => {
      makeRoom()
      entries.set(jobId, { via, life: lifeOf(job), endNoticed: null })
      announce({ vendor, job_id: jobId, via })
    },
    read: jobId => entries.get(jobId)?.life(clock.now()),
    write: (jobId, job) => {
      const entry = entries.get(jobId)
      if (entry) entries.set(jobId, { ...entry, life: () => job })
    },
    remove: jobId => entries.delete(jobId),
    list: () => [...entries.values()].map(({ via, life }) => ({ via, job: life(clock.now()) })),
  }
}
