import type { RequestHandlers } from '../../shared/ipc'
import { type IssueOverview, type IssuePage, noFilter } from '../../shared/issues'
import type { JobRef } from '../../shared/job'
import type { createCourses } from '../issues/courses'
import type { createExporter } from '../issues/exporter'
import type { Finder } from '../issues/finder'
import type { createItemExporter } from '../issues/item-exporter'
import type { ListReader } from '../issues/list-reader'
import type { Board } from '../watch/board'
import { Refusal } from './answer'

export type ExportTo = ReturnType<typeof createExporter>
export type ExportItems = ReturnType<typeof createItemExporter>

export type IssueRequestPorts = {
  readonly board: Pick<Board, 'job'>
  readonly reader: ListReader
  readonly finder: Pick<Finder, 'find'>
  readonly courses: ReturnType<typeof createCourses>
  readonly exportTo: ExportTo
  readonly exportItems: ExportItems
  /** Lets others have their turn; called between jobs. */
  readonly breathe: () => Promise<void>
  /** Writes what the watcher has collected, so that it can be read. */
  readonly flush: () => void
}

const nothing: IssueOverview = { version: '', total: 0, fresh: null, groups: [], groupCount: 0 }
const noPage: IssuePage = { version: '', total: 0, entries: [] }

type Names =
  | 'issues:overview'
  | 'issues:page'
  | 'issues:looked'
  | 'issues:export'
  | 'issues:export-several'
  | 'issues:stop-export'
  | 'items:find'
  | 'items:export'

export function issueRequests(ports: IssueRequestPorts) {
  const { board, reader, finder, courses, exportTo, exportItems, flush, breathe } = ports
  /** What is kept of a job not seen yet is from another organization or an earlier stay on the list: not this job's. */
  const isSeen = (ref: JobRef): boolean => {
    flush()
    return board.job(ref)?.job != null
  }
  return {
    async 'issues:overview'(ref, list, filter) {
      return isSeen(ref) ? reader.overview(ref, list, filter) : nothing
    },
    async 'issues:page'(ref, list, filter, offset, limit) {
      return isSeen(ref) ? reader.page(ref, list, filter, offset, limit) : noPage
    },
    async 'issues:looked'(ref, list) {
      if (isSeen(ref)) await reader.looked(ref, list)
    },
    async 'issues:export'(ref, list, filter, form, id) {
      if (!isSeen(ref)) throw new Refusal('This job is not watched, so there is nothing to save.')
      return courses.run(id, course => saved(exportTo([ref], list, filter, form, course)))
    },
    async 'issues:export-several'(refs, form, id) {
      return courses.run(id, async course => {
        const listing: JobRef[] = []
        for (const [index, ref] of refs.entries()) {
          course.signal.throwIfAborted()
          if (isSeen(ref) && (await reader.page(ref, 'errors', noFilter, 0, 1)).total > 0) listing.push(ref)
          course.tell('look', index + 1, refs.length)
          await breathe()
        }
        if (listing.length === 0) throw new Refusal('None of these jobs lists an error, so there is nothing to save.')
        return saved(exportTo(listing, 'errors', noFilter, form, course))
      })
    },
    async 'issues:stop-export'(id) {
      courses.stop(id)
    },
    async 'items:find'(query) {
      flush()
      return finder.find(query)
    },
    async 'items:export'(query, form, id) {
      flush()
      return courses.run(id, course => saved(exportItems(query, form, course)))
    },
  } satisfies Pick<RequestHandlers, Names>
}

/** The same answer; what the disk says becomes a sentence. */
async function saved<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(whyNot(error))
  }
}

function whyNot(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return 'The disk is full, so no file was written. Make room and try again.'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return 'This folder may not be written to. Choose another.'
  return 'The file could not be written. Choose another place and try again.'
}
