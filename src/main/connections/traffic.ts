import type { ConnectionId } from '../../shared/connection'
import type { Clock } from '../watch/clock'

const minute = 60_000
const hour = 60 * minute
/** The first figures come soon; after that a minute is soon enough. Ms. */
const firstTellMs = 5_000

/** Requests of each connection within the last hour, to the minute. `tell` is called once a minute, and only with news. */
export function createTraffic(clock: Clock, tell: (requests: ReadonlyMap<ConnectionId, number>) => void) {
  /** By connection: requests in the minute of that number. */
  const made = new Map<ConnectionId, Map<number, number>>()
  const told = new Map<ConnectionId, number>()
  let cancel: (() => void) | null = null

  const sumOf = (minutes: Map<number, number>): number => {
    const oldest = (clock.monotonic() - hour) / minute
    let sum = 0
    for (const [number, requests] of minutes) {
      if (number < oldest) minutes.delete(number)
      else sum += requests
    }
    return sum
  }

  const tellNews = () => {
    const news = new Map<ConnectionId, number>()
    for (const [id, minutes] of made) {
      const sum = sumOf(minutes)
      if (sum !== told.get(id)) news.set(id, sum)
      if (sum === 0) made.delete(id)
      told.set(id, sum)
    }
    cancel = made.size === 0 ? null : clock.after(minute, tellNews)
    if (news.size > 0) tell(news)
  }

  return {
    count(id: ConnectionId): void {
      const minutes = made.get(id) ?? new Map<number, number>()
      const number = Math.floor(clock.monotonic() / minute)
      minutes.set(number, (minutes.get(number) ?? 0) + 1)
      made.set(id, minutes)
      cancel ??= clock.after(firstTellMs, tellNews)
    },
    stop(): void {
      cancel?.()
    },
  }
}

export type Traffic = ReturnType<typeof createTraffic>
