import type { WatcherPorts } from '../../src/main/watch/watcher'

/** For a watcher of single jobs. */
export const nobodyFollows = {
  follower: { found: () => [] },
  holds: { gate: (_before, after, changes) => ({ after, changes, overtaken: null, overdue: [] }) },
  lookAt: () => undefined,
  withdraw: () => undefined,
} satisfies Partial<WatcherPorts>
