import type { ConnectionId } from '../../shared/connection'
import type { ExportAnswer, ExportForm, ExportProgress, IssueFilter, IssueListName } from '../../shared/issues'
import { type JobRef, mostOnAPage } from '../../shared/job'
import { fileNameOf, headOf, lineOf } from './export-text'
import type { ListReader } from './list-reader'
import { type FilePorts, saveWhole } from './whole-file'

export type ExporterPorts = FilePorts & {
  readonly reader: Pick<ListReader, 'page'>
  readonly nameOf: (id: ConnectionId) => string
  readonly onProgress: (progress: ExportProgress) => void
}

/** Writes entries to a file of a person's choice, those of several jobs after each other. Throws what the disk says. */
export function createExporter({ reader, nameOf, onProgress, ...place }: ExporterPorts) {
  return (
    refs: readonly JobRef[],
    list: IssueListName,
    filter: IssueFilter,
    form: ExportForm,
  ): Promise<ExportAnswer> => {
    const name = refs.length > 1 ? `${refs.length}-jobs` : (refs[0]?.jobId ?? '')
    return saveWhole(place, fileNameOf(name, list, form), async write => {
      await write(headOf(form))
      const known = new Set<string>()
      let written = 0
      for (const ref of refs) written += await writeOne(write, ref, list, filter, form, known)
      return written
    })
  }

  async function writeOne(
    write: (text: string) => Promise<unknown>,
    ref: JobRef,
    list: IssueListName,
    filter: IssueFilter,
    form: ExportForm,
    known: Set<string>,
  ): Promise<number> {
    const source = { connection: nameOf(ref.connectionId), jobId: ref.jobId }
    let written = 0
    let done = 0
    /** How many there were at the beginning; what came since stands before them and is not written. */
    let first: number | null = null
    let since = 0
    for (;;) {
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
      onProgress({ done, total: first })
      if (entries.length === 0 || since + done >= total) return written
    }
  }
}
