import type { ConnectionId } from '../../shared/connection'
import type { ExportProgress } from '../../shared/issues'
import type { Journal } from '../journal/journal'
import { type ExportItems, type ExportTo, issueRequests } from '../requests/issues'
import type { Board } from '../watch/board'
import type { Clock } from '../watch/clock'
import type { WatchLog } from '../watch/writing'
import { breather } from './breathe'
import { createCourses } from './courses'
import type { ExporterPorts } from './exporter'
import { createFiler } from './filer'
import { createFinder } from './finder'
import { createListReader } from './list-reader'
import type { FilePorts } from './whole-file'

/** `onProgress` hears how far a file is. */
export type SavingPorts = FilePorts &
  Pick<ExporterPorts, 'copy'> & { readonly onProgress: (progress: ExportProgress) => void }

export type IssuePorts = {
  readonly board: Pick<Board, 'job' | 'connection'>
  readonly journal: Pick<Journal, 'filing' | 'itemKeys'>
  readonly clock: Clock
  readonly trouble: (where: string, error: unknown) => void
  /** Where files are written to; absent without a screen to ask on. */
  readonly saving: SavingPorts | undefined
}

/** Everything about errors, warnings and the items they name. */
export function createIssues({ board, journal, clock, trouble, saving }: IssuePorts) {
  const { filing, itemKeys } = journal
  const breathe = breather(clock.monotonic)
  const reader = createListReader({ filing, breathe })
  const filer = createFiler({ filing, clock, trouble })
  const finder = createFinder({ keys: itemKeys, filing, board, breathe, monotonic: clock.monotonic })
  const nameOf = (id: ConnectionId) => board.connection(id)?.name ?? ''
  // Read when the first file is asked for: most starts save none.
  const exportTo: ExportTo = async (...asked) =>
    saving === undefined ? null : (await import('./exporter')).createExporter({ reader, nameOf, ...saving })(...asked)
  const exportItems: ExportItems = async (...asked) =>
    saving === undefined ? null : (await import('./item-exporter')).createItemExporter(finder, nameOf, saving)(...asked)
  const courses = createCourses({ push: saving?.onProgress ?? (() => undefined), monotonic: clock.monotonic })
  return {
    /** The same log, of which what is written is filed after it. */
    filed: <Log extends Pick<WatchLog, 'record'>>(log: Log): Log => ({
      ...log,
      record(...args) {
        const notices = log.record(...args)
        if (args[0].some(({ detail }) => detail !== null)) filer.wake()
        return notices
      },
    }),
    handlers: (flush: () => void) =>
      issueRequests({ board, reader, finder, courses, exportTo, exportItems, flush, breathe }),
    start: filer.wake,
    stop: filer.stop,
  }
}
