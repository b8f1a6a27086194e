import type { ConnectionId } from '../../shared/connection'
import type { ExportAnswer, ExportForm, IssueFilter, IssueListName } from '../../shared/issues'
import { type JobRef, mostOnAPage } from '../../shared/job'
import { copyWhole } from './copied'
import type { Course } from './courses'
import { fileNameOf, headOf, lineOf } from './export-text'
import type { ListReader } from './list-reader'
import { type FilePorts, saveWhole } from './whole-file'

export type ExporterPorts = FilePorts & {
  readonly reader: Pick<ListReader, 'page'>
  readonly nameOf: (id: ConnectionId) => string
  /** Puts text on the clipboard. */
  readonly copy: (text: string) => void
}

/** Writes entries to a file of a person's choice, or their keys to the clipboard, those of several jobs after each other. Throws what the disk says. */
export function createExporter({ reader, nameOf, copy, ...place }: ExporterPorts) {
  return (
    refs: readonly JobRef[],
    list: IssueListName,
    filter: IssueFilter,
    form: ExportForm,
    course: Course,
  ): Promise<ExportAnswer> => {
    const name = refs.length > 1 ? `${refs.length}-jobs` : (refs[0]?.jobId ?? '')
    const fill = async (write: (text: string) => Promise<void>): Promise<number> => {
      await write(headOf(form))
      const known = new Set<string>()
      let written = 0
      for (const [index, ref] of refs.entries()) {
        const moved = (done: number, total: number): void =>
          refs.length > 1 ? course.tell('jobs', index, refs.length) : course.tell('entries', done, total)
        written += await writeOne(write, ref, list, filter, form, known, moved, course.signal)
      }
      return written
    }
    return form === 'copy' ? copyWhole(copy, fill) : saveWhole(place, fileNameOf(name, list, form), fill)
  }

  async function writeOne(
    write: (text: string) => Promise<unknown>,
    ref: JobRef,
    list: IssueListName,
    filter: IssueFilter,
    form: ExportForm,
    known: Set<string>,
    moved: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<number> {
    const source = { connection: nameOf(ref.connectionId), jobId: ref.jobId }
    let written = 0
    let done = 0
    /** How many there were at the beginning; what came since stands before them and is not written. */
    let first: number | null = null
    let since = 0
    for (;;) {
      signal.throwIfAborted()
      const { entries, total } = await reader.page(ref, list, filter, since + done, mostOnAPage)
      first ??= total
      if (total > first + since) {
        since = total - first
        continue
      }
      const lines = entries.map(({ issue }) => lineOf(form, source, issue, known)).filter(line => line !== '')
      if (lines.length > 0) await write(lines.join(''))
      written += lines.length
      done += entries.length
      moved(done, first)
      if (entries.length === 0 || since + done >= total) return written
    }
  }
}
