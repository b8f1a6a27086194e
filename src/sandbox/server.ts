import { realTime, type TimeSource } from './clock'
import { controlApp } from './control/app'
import type { FaultRule } from './faults/rule'
import { front } from './front'
import { isLoopback } from './gate'
import type { JobSeen, Vendor, Via } from './job-store'
import { type KeptJobs, keeping, restore } from './kept-jobs'
import { type Listening, listen } from './listen'
import { merchantApp } from './merchantops/app'
import { retailApp } from './retailgrid/app'
import { storyCalled } from './stories/catalogue'
import { createWorld, type World } from './world'

export type { FaultRule, JobSeen, KeptJobs }

export type SandboxOptions = {
  /** A loopback host; 127.0.0.1 by default. */
  readonly host?: string
  /** MerchantOps' port; Retailgrid's is the next and the control's the one after. 0 or none: three free ones. */
  readonly port?: number
  readonly seed?: number
  /** Seconds of the sandbox that pass in a real one; 0 stands still. */
  readonly speed?: number
  readonly story?: string
  /** When the story began, ms since 1970: it is lived through up to now before anybody is answered. Now, if not given. */
  readonly since?: number
  /** Real ms before each answer of the two APIs. */
  readonly latencyMs?: number
  readonly faults?: readonly FaultRule[]
  readonly kept?: KeptJobs
  /** What the clock stands on, for tests. */
  readonly time?: TimeSource
}

export type SandboxReady = {
  readonly merchantops: {
    readonly url: string
    readonly organization: string
    readonly keys: {
      readonly full: string
      readonly read: string
      readonly create: string
      readonly otherOrganization: string
    }
    readonly session: string
  }
  readonly retailgrid: { readonly url: string; readonly key: string; readonly otherKey: string }
  readonly control: { readonly url: string }
  /** What this run's callers may see at the start. */
  readonly jobs: readonly {
    readonly vendor: Vendor
    readonly job_id: string
    readonly via: Via
    readonly ended: boolean
  }[]
}

export type Sandbox = {
  readonly ready: SandboxReady
  /**
   * Tells of each job that is not in `ready`, whoever made it; returns how to stop listening.
   * Who listens first is told at once of what came before.
   */
  readonly onJob: (listener: (job: JobSeen) => void) => () => void
  /** Closes open sockets too. */
  readonly close: () => Promise<void>
}

/** Starts the outside world on three loopback ports. Rejects with one clear sentence when it can't. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host = '127.0.0.1', port = 0, story = 'demo', time = realTime } = options
  const { since = time.wall() } = options
  if (!isLoopback(host)) throw new Error(`The sandbox listens on loopback only; ${host} is not a loopback address.`)
  if (!storyCalled(story)) throw new Error(`There is no story called ${story}.`)

  const urls: string[] = []
  const world = createWorld({
    seed: options.seed ?? 1,
    speed: options.speed ?? 1,
    latencyMs: options.latencyMs ?? 0,
    faults: options.faults ?? [],
    time: { ...time, wall: () => since },
    elsewhere: () => `${urls[1] ?? ''}/elsewhere`,
  })
  const { clock, callers } = world
  const { kept } = options
  const merchants = kept === undefined ? world.merchants : keeping(world.merchants, kept.keep)
  const merchant = merchantApp({ clock, callers, jobs: merchants, random: world.random('api') })
  const retail = retailApp({ clock, callers, jobs: world.retailers })
  const apps = [front('merchantops', merchant, world), front('retailgrid', retail, world), controlApp(world)]

  const open: Listening[] = []
  const close = async () => {
    world.stop()
    await Promise.all(open.splice(0).map(server => server.close()))
  }
  try {
    for (const [index, app] of apps.entries()) {
      const listening = await listen(app.fetch, host, port === 0 ? 0 : port + index)
      open.push(listening)
      urls.push(listening.url)
    }
    world.tell(story)
    await liveUpTo(clock, time.wall)
    if (kept !== undefined) restore(world.merchants, kept.before)
  } catch (error) {
    await close()
    throw error
  }
  return { ready: readyLine(world, urls), onJob: neverMissing(world), close }
}

const AT_ONCE_MS = 300_000

/** In pieces, so that whoever shares the process is not kept from its work. */
async function liveUpTo(clock: World['clock'], wall: TimeSource['wall']): Promise<void> {
  for (let behind = wall() - clock.now(); behind > 0; behind = wall() - clock.now()) {
    clock.step(Math.min(behind, AT_ONCE_MS))
    await new Promise(resolve => setImmediate(resolve))
  }
}

const KEPT_FOR_LATE_LISTENERS = 1_000

/** Connecting takes a caller a while, and the world does not wait for it. */
function neverMissing(world: World): Sandbox['onJob'] {
  const missed: JobSeen[] = []
  const forget = world.onJob(job => {
    missed.push(job)
    // Perhaps nobody ever listens.
    if (missed.length > KEPT_FOR_LATE_LISTENERS) missed.shift()
  })
  return listener => {
    forget()
    for (const job of missed.splice(0)) listener(job)
    return world.onJob(listener)
  }
}

function readyLine({ callers, merchants, retailers }: World, urls: readonly string[]): SandboxReady {
  const { organization, keys, session, retailKey, otherRetailKey } = callers
  const [merchantUrl = '', retailUrl = '', controlUrl = ''] = urls
  const mine = merchants.list().filter(({ job }) => job.organization_id === organization)
  return {
    merchantops: { url: merchantUrl, organization, keys, session },
    retailgrid: { url: retailUrl, key: retailKey, otherKey: otherRetailKey },
    control: { url: controlUrl },
    jobs: [
      ...mine.map(({ via, job }) => ({ vendor: 'merchantops' as const, ...inShort(via, job) })),
      ...retailers.list().map(({ via, job }) => ({ vendor: 'retailgrid' as const, ...inShort(via, job) })),
    ],
  }
}

const inShort = (via: Via, { job_id, completed_at }: { job_id: string; completed_at: number | null }) => ({
  job_id,
  via,
  ended: completed_at !== null,
})
