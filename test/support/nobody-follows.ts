import type { WatcherPorts } from '../../src/main/watch/watcher'

/** For a watcher of single jobs. */
export const nobodyFollows = {
  follower: { found: () => [] },
  lookAt: () => undefined,
} satisfies Partial<WatcherPorts>
