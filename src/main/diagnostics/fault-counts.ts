import type { ConnectionDiagnostics, FaultCount } from '../../shared/diagnostics'
import type { Fault, FaultKind } from '../../shared/fault'
import { faultSentence } from '../../shared/wording'

type Tally = { answers: number; readonly faults: Map<FaultKind, FaultCount> }

/** How answers were since the start, for each connection. */
export function createFaultCounts() {
  const tallies = new Map<string, Tally>()
  const tallyOf = (connectionId: string): Tally => {
    const tally = tallies.get(connectionId) ?? { answers: 0, faults: new Map() }
    tallies.set(connectionId, tally)
    return tally
  }

  return {
    /** `fault` null: a good answer. */
    note(connectionId: string, fault: Fault | null, at: Date): void {
      const tally = tallyOf(connectionId)
      tally.answers += 1
      if (fault === null) return
      const count = (tally.faults.get(fault.kind)?.count ?? 0) + 1
      const kind = fault.kind
      tally.faults.set(kind, { kind, count, lastAt: at.toISOString(), sentence: faultSentence(fault) })
    },
    /** Most frequent first. */
    of(connectionId: string): Pick<ConnectionDiagnostics, 'answers' | 'faults'> {
      const { answers, faults } = tallies.get(connectionId) ?? { answers: 0, faults: new Map<FaultKind, FaultCount>() }
      return { answers, faults: [...faults.values()].sort((a, b) => b.count - a.count) }
    },
    forget(connectionId: string): void {
      tallies.delete(connectionId)
    },
  }
}

export type FaultCounts = ReturnType<typeof createFaultCounts>
