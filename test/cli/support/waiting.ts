import type { WaitOptions } from '../../../src/cli/wait'
import type { WatchedJob } from '../../../src/shared/snapshot'

export const since = '2026-03-02T12:00:00.000Z'

/** Each time it is read, it has been looked at since. */
export const seenAnew = (watched: WatchedJob) => {
  let looks = 0
  return async () => {
    looks += 1
    const seenAt = new Date(Date.parse(since) + looks).toISOString()
    return { watched: { ...watched, seenAt, triedAt: seenAt }, connectionFault: null, paused: false }
  }
}

/** Time that passes only while it waits. */
export const options = (own: Partial<WaitOptions> = {}): WaitOptions => {
  let now = 0
  return {
    asJson: false,
    family: false,
    timeoutMs: null,
    now: () => now,
    async pause(ms) {
      now += ms
    },
    progress: null,
    ...own,
  }
}
