import type { SandboxClock } from './clock'
import type { FaultBook } from './faults/book'
import type { JobStore } from './job-store'
import type { MerchantJob } from './merchantops/job'
import type { Random } from './random'
import type { RetailJob } from './retailgrid/job'

/** Where a story plays. */
export type Stage = {
  readonly clock: SandboxClock
  /** A stream of the story's own. */
  readonly random: Random
  readonly merchantops: JobStore<MerchantJob>
  readonly retailgrid: JobStore<RetailJob>
  readonly organization: string
  readonly otherOrganization: string
  readonly retailCaller: string
  readonly faults: FaultBook
  /** An origin that is neither of the APIs nor asked for by anybody, for redirects. */
  readonly elsewhere: () => string
}

export type Story = {
  readonly name: string
  /** One sentence: what happens. */
  readonly about: string
  readonly start: (stage: Stage) => void
}
