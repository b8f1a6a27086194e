import type { ConnectionId } from '../../shared/connection'
import type { PauseTable } from '../journal/pauses'
import { longestPauseMs } from '../outbox/lane'
import type { Clock } from '../watch/clock'
import type { Manners } from '../watch/origin/manners'

export type KeptPausesPorts = {
  readonly manners: Manners
  readonly table: PauseTable
  readonly originOf: (id: ConnectionId) => string
  readonly clock: Pick<Clock, 'wall'>
  readonly trouble: (where: string, error: unknown) => void
}

/**
 * A restart is no way round what a server asked for. The looks write it down with their job; what it answers to anybody
 * else, such as the doctor, belongs to none, so it is written down here.
 */
export function keepingPauses({ manners, table, originOf, clock, trouble }: KeptPausesPorts) {
  const keeping: Manners = {
    ...manners,
    heed(id, fault) {
      manners.heed(id, fault)
      const left = fault === null ? 0 : manners.pausedMs(id)
      if (left <= 0) return
      try {
        table.put(originOf(id), new Date(clock.wall().getTime() + left).toISOString())
      } catch (error) {
        // A journal that may only be read: it holds for this run.
        trouble('pauses', error)
      }
    },
  }
  return {
    manners: keeping,
    /** What an earlier run was asked for holds on. */
    takeUp(ids: readonly ConnectionId[]): void {
      const now = clock.wall()
      for (const id of ids) {
        const until = table.until(originOf(id))
        const left = until === null ? 0 : Date.parse(until) - now.getTime()
        // A clock that was set back must not make it longer than any pause is.
        if (left > 0) manners.keepPause(id, Math.min(left, longestPauseMs))
      }
      try {
        table.dropBefore(now.toISOString())
      } catch (error) {
        trouble('pauses', error)
      }
    },
  }
}
