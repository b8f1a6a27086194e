import type { ConnectionId } from '../../shared/connection'
import type { ExportAnswer, ExportForm, ExportProgress, IssueFilter, IssueListName } from '../../shared/issues'
import { type JobRef, mostOnAPage } from '../../shared/job'
import { fileNameOf, headOf, lineOf } from './export-text'
import type { ListReader } from './list-reader'

type OpenFile = {
  readonly write: (text: string) => Promise<unknown>
  readonly sync: () => Promise<void>
  readonly close: () => Promise<void>
}

export type ExporterPorts = {
  readonly reader: Pick<ListReader, 'page'>
  readonly nameOf: (id: ConnectionId) => string
  /** Asks a person for the place; null: they thought better of it. */
  readonly chooseFile: (suggested: string) => Promise<string | null>
  readonly files: {
    readonly open: (file: string) => Promise<OpenFile>
    readonly rename: (from: string, to: string) => Promise<void>
    readonly remove: (file: string) => Promise<void>
  }
  readonly onProgress: (progress: ExportProgress) => void
}

/** Writes entries to a file of a person's choice. It is in its place only when it is whole. Throws what the disk says. */
export function createExporter({ reader, nameOf, chooseFile, files, onProgress }: ExporterPorts) {
  return async (ref: JobRef, list: IssueListName, filter: IssueFilter, form: ExportForm): Promise<ExportAnswer> => {
    const file = await chooseFile(fileNameOf(ref.jobId, list, form))
    if (file === null) return null
    const half = `${file}.half`
    const source = { connection: nameOf(ref.connectionId), jobId: ref.jobId }
    try {
      const handle = await files.open(half)
      let written = 0
      try {
        await handle.write(headOf(form))
        const known = new Set<string>()
        let done = 0
        for (;;) {
          const { entries, total } = await reader.page(ref, list, filter, done, mostOnAPage)
          const lines = entries.map(({ issue }) => lineOf(form, source, issue, known)).filter(line => line !== '')
          if (lines.length > 0) await handle.write(lines.join(''))
          written += lines.length
          done += entries.length
          onProgress({ done, total })
          if (entries.length === 0 || done >= total) break
        }
        await handle.sync()
      } finally {
        await handle.close()
      }
      await files.rename(half, file)
      return { file, written }
    } catch (error) {
      await files.remove(half).catch(() => undefined)
      throw error
    }
  }
}
