import type { Vendor } from '../../shared/connection'
import type { JobRef } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'

/** A job on the watch list before the first look. */
export const newlyWatched = (ref: JobRef, vendor: Vendor, origin: WatchedJob['origin'], at: Date): WatchedJob => ({
  ref,
  vendor,
  addedAt: at.toISOString(),
  origin,
  job: null,
  seenAt: null,
  triedAt: null,
  fault: null,
  endedSeenAt: null,
  gone: false,
})
