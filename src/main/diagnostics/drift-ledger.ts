import type { Drift } from '../../shared/diagnostics'
import type { Oddity } from '../apis/drift'
import type { DriftTable } from '../journal/drift'
import type { Clock } from '../watch/clock'

/** A server that makes up names must not fill the memory. */
const most = 200

export type DriftLedgerPorts = {
  readonly table: DriftTable
  readonly clock: Pick<Clock, 'wall'>
  readonly trouble: (where: string, error: unknown) => void
}

/** What servers send that we do not know. A find is written down at once; being seen again is only counted, until the end. */
export function createDriftLedger({ table, clock, trouble }: DriftLedgerPorts) {
  const keyOf = ({ connectionId, kind, name }: Pick<Drift, 'connectionId' | 'kind' | 'name'>): string =>
    JSON.stringify([connectionId, kind, name])
  const known = new Map(table.all().map(drift => [keyOf(drift), drift]))
  const counted = new Set<string>()
  let leftOut = 0

  const write = (key: string, drift: Drift): void => {
    try {
      table.put(drift)
      counted.delete(key)
    } catch (error) {
      counted.add(key)
      trouble('journal', error)
    }
  }

  return {
    note(connectionId: string, odd: readonly Oddity[]): void {
      for (const { kind, name } of odd) {
        const key = keyOf({ connectionId, kind, name })
        const before = known.get(key)
        const now = clock.wall().toISOString()
        if (before !== undefined) {
          known.set(key, { ...before, lastSeen: now, count: before.count + 1 })
          counted.add(key)
        } else if (known.size < most) {
          const drift = { connectionId, kind, name, firstSeen: now, lastSeen: now, count: 1 }
          known.set(key, drift)
          write(key, drift)
        } else leftOut += 1
      }
    },
    /** Newest find first. */
    all: (): readonly Drift[] => [...known.values()].sort((a, b) => b.firstSeen.localeCompare(a.firstSeen)),
    leftOut: (): number => leftOut,
    forget(connectionId: string): void {
      for (const [key, drift] of known) {
        if (drift.connectionId !== connectionId) continue
        known.delete(key)
        counted.delete(key)
      }
    },
    /** Writes the counts down; to be called at the end. */
    flush(): void {
      for (const key of [...counted]) {
        const drift = known.get(key)
        if (drift !== undefined) write(key, drift)
      }
    },
  }
}

export type DriftLedger = ReturnType<typeof createDriftLedger>
