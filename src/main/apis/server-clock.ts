import type { HttpPort } from './jobs-api'

/**
 * The same client, telling with each answer how far the server's clock is ahead of this one, ms. A refusal tells it too.
 * `now` in ms since 1970. Good to about a second: a `Date` has no fractions, so half of one is added.
 */
export const tellingClock =
  (http: HttpPort, now: () => number, tell: (aheadMs: number) => void): HttpPort =>
  request => {
    const sent = now()
    return http({
      ...request,
      onAnswer(head) {
        request.onAnswer?.(head)
        if (head.serverTime !== null) tell(head.serverTime + 500 - (sent + now()) / 2)
      },
    })
  }
