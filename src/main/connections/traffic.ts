import type { ConnectionId } from '../../shared/connection'
import type { Clock } from '../watch/clock'

const minute = 60_000
const hour = 60 * minute
/** That a connection is quiet no more is told soon; after that a minute is soon enough. Ms. */
const firstTellMs = 1_000

/**
 * Requests of each connection within the last hour, to the minute. `tell` gets news alone, and says false of a connection
 * that is not there: one that is being proved may come.
 */
export function createTraffic(clock: Clock, tell: (id: ConnectionId, requests: number) => boolean) {
  /** By connection: requests in the minute of that number. */
  const made = new Map<ConnectionId, Map<number, number>>()
  const told = new Map<ConnectionId, number>()
  let cancel: (() => void) | null = null
  let isSoon = false

  const sumOf = (minutes: Map<number, number>): number => {
    const oldest = (clock.monotonic() - hour) / minute
    let sum = 0
    for (const [number, requests] of minutes) {
      if (number < oldest) minutes.delete(number)
      else sum += requests
    }
    return sum
  }

  const tellNow = (): void => {
    for (const [id, minutes] of made) {
      const sum = sumOf(minutes)
      if (sum === 0) made.delete(id)
      if (sum !== told.get(id) && tell(id, sum)) told.set(id, sum)
    }
  }

  const tellAfter = (ms: number): void => {
    cancel?.()
    isSoon = ms === firstTellMs
    cancel = clock.after(ms, () => {
      tellNow()
      cancel = null
      if (made.size > 0) tellAfter(minute)
    })
  }

  return {
    count(id: ConnectionId): void {
      const minutes = made.get(id) ?? new Map<number, number>()
      const number = Math.floor(clock.monotonic() / minute)
      minutes.set(number, (minutes.get(number) ?? 0) + 1)
      made.set(id, minutes)
      const isFirst = (told.get(id) ?? 0) === 0
      if (cancel === null || (isFirst && !isSoon)) tellAfter(firstTellMs)
    },
    /** For whoever reads the figures now. */
    tellNow,
    stop(): void {
      cancel?.()
    },
  }
}

export type Traffic = ReturnType<typeof createTraffic>
