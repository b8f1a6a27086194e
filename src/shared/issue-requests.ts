import { z } from 'zod'
import {
  type ExportAnswer,
  type ExportForm,
  exportForms,
  type IssueFilter,
  type IssueListName,
  type IssueOverview,
  type IssuePage,
  type ItemAnswer,
  type ItemExportAnswer,
  type ItemExportForm,
  issueFilterSchema,
  issueLists,
  itemExportForms,
} from './issues'
import { type ItemQuery, itemQuerySchema } from './item-query'
import { type JobRef, mostOnAPage } from './job'
import { jobRefSchema } from './job-ref'

/** What the window asks about errors, warnings and the items they name. */
export type IssueRequests = {
  'issues:overview': (ref: JobRef, list: IssueListName, filter: IssueFilter) => IssueOverview
  /** Newest first, `limit` (at most 500) from `offset` on. */
  'issues:page': (ref: JobRef, list: IssueListName, filter: IssueFilter, offset: number, limit: number) => IssuePage
  /** The list was looked at: from now on only what comes is new. */
  'issues:looked': (ref: JobRef, list: IssueListName) => void
  /**
   * Asks the person for a file, unless it is to be copied, and writes there what the filter lets through; answers when it is whole. How far it is
   * is told under `id`.
   */
  'issues:export': (ref: JobRef, list: IssueListName, filter: IssueFilter, form: ExportForm, id: string) => ExportAnswer
  /** The same of several jobs: all their errors in one file, job after job. Refused where none lists any. */
  'issues:export-several': (refs: JobRef[], form: ExportForm, id: string) => ExportAnswer
  /** Cancels what is saved under `id`, which leaves no file; nothing happens where it is written already. */
  'issues:stop-export': (id: string) => void
  /** Where items are named in all watched jobs. */
  'items:find': (query: ItemQuery) => ItemAnswer
  /** Asks the person for a file and writes there every place, and each of several keys that has none. Told and cancelled by `id` as well. */
  'items:export': (query: ItemQuery, form: ItemExportForm, id: string) => ItemExportAnswer
}

const list = z.enum(issueLists)
const savingId = z.uuid()

export const issueRequestSchemas = {
  'issues:overview': z.tuple([jobRefSchema, list, issueFilterSchema]),
  'issues:page': z.tuple([
    jobRefSchema,
    list,
    issueFilterSchema,
    z.number().int().min(0),
    z.number().int().min(1).max(mostOnAPage),
  ]),
  'issues:looked': z.tuple([jobRefSchema, list]),
  'issues:export': z.tuple([jobRefSchema, list, issueFilterSchema, z.enum(exportForms), savingId]),
  'issues:export-several': z.tuple([z.array(jobRefSchema).min(1).max(20_000), z.enum(exportForms), savingId]),
  'issues:stop-export': z.tuple([savingId]),
  'items:find': z.tuple([itemQuerySchema]),
  'items:export': z.tuple([itemQuerySchema, z.enum(itemExportForms), savingId]),
} satisfies { readonly [Name in keyof IssueRequests]: z.ZodType<Parameters<IssueRequests[Name]>> }
