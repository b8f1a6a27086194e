import type { ConnectionDiagnostics, Diagnostics, Sparing } from '../../shared/diagnostics'
import type { Fault, Result } from '../../shared/fault'
import { isActive, type JobRef } from '../../shared/job'
import type { Observation } from '../apis/jobs-api'
import type { Journal } from '../journal/journal'
import type { Board } from '../watch/board'
import type { Clock } from '../watch/clock'
import type { Watcher } from '../watch/watcher'
import { createDriftLedger } from './drift-ledger'
import { createFaultCounts } from './fault-counts'
import { type Runtime, runtime } from './runtime'

export type DiagnosticsPorts = {
  readonly board: Board
  readonly journal: Pick<Journal, 'drift' | 'size'>
  readonly clock: Clock
  readonly trouble: (where: string, error: unknown) => void
  readonly sparedBy: () => readonly Sparing[]
  readonly runtimeNow?: () => Runtime
}

/** Counts what answers are like, and tells it to a person who looks for the reason of something. */
export function createDiagnostics({
  board,
  journal,
  clock,
  trouble,
  sparedBy,
  runtimeNow = runtime,
}: DiagnosticsPorts) {
  const ledger = createDriftLedger({ table: journal.drift, clock, trouble })
  const faults = createFaultCounts()
  const startedAt = clock.wall().toISOString()
  let present = new Set(board.parts().connections.map(({ id }) => id))
  board.subscribe(({ connections }) => {
    if (connections === undefined) return
    const now = new Set(connections.map(({ id }) => id))
    for (const id of present) {
      if (now.has(id)) continue
      ledger.forget(id)
      faults.forget(id)
    }
    present = now
  })

  const connections = (): readonly ConnectionDiagnostics[] =>
    board.parts().connections.map(({ id, name, vendor, paused = false }) => {
      const jobs = [...board.jobs()].filter(({ ref }) => ref.connectionId === id)
      const active = jobs.filter(({ job, gone }) => job !== null && !gone && isActive(job)).length
      return { id, name, vendor, paused, jobs: jobs.length, active, ...faults.of(id) }
    })

  return {
    /** The watcher, with each answer counted on its way. */
    counting: (watcher: Watcher): Watcher => ({
      ...watcher,
      receive(ref: JobRef, result: Result<Observation>, ...rest: [number?]): void {
        faults.note(ref.connectionId, result.ok ? null : result.fault, clock.wall())
        if (result.ok && result.value.odd !== undefined) ledger.note(ref.connectionId, result.value.odd)
        watcher.receive(ref, result, ...rest)
      },
      connectionFault(id: string, fault: Fault | null): void {
        if (fault !== null) faults.note(id, fault, clock.wall())
        watcher.connectionFault(id, fault)
      },
    }),
    async read(): Promise<Diagnostics> {
      // Read when somebody first looks: most starts tell nobody.
      const { reportOf } = await import('./report')
      const all = {
        at: clock.wall().toISOString(),
        startedAt,
        app: board.app(),
        sparing: sparedBy(),
        paused: board.settings().paused,
        ...runtimeNow(),
        connections: connections(),
        drift: ledger.all(),
        driftLeftOut: ledger.leftOut(),
        journal: journal.size(),
      }
      return { ...all, report: reportOf(all) }
    },
    flush: ledger.flush,
  }
}

export type DiagnosticsDesk = ReturnType<typeof createDiagnostics>
