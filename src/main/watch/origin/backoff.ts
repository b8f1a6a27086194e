const longestMs = 300_000
const firstMs = 1_000

/**
 * Ms to wait after so many failures in a row: anything from nothing to a limit that doubles each time, up to five minutes.
 * The whole span is used, so that a thousand jobs that failed together do not come back together (full jitter).
 */
export const backoff = (failures: number, random: number): number =>
  random * Math.min(longestMs, firstMs * 2 ** Math.min(failures, 20))
