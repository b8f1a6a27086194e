import { z } from 'zod'
import type { JobIssue, JobRef } from './job'

export const issueLists = ['errors', 'warnings'] as const
export type IssueListName = (typeof issueLists)[number]

/** What makes entries alike. */
export type IssueKind = { readonly errorType: string; readonly step: string | null; readonly entityType: string }

export type IssueGroup = IssueKind & {
  readonly count: number
  /** Of those, not there yet when the list was last looked at. */
  readonly fresh: number
  /** When the oldest and the newest of them came, by the server's word: ISO in UTC; null: it gave no time. */
  readonly first: string | null
  readonly last: string | null
  /** The newest of them. */
  readonly sample: { readonly entityKey: string; readonly message: string; readonly timestamp: string | null }
}

export const issueKindSchema = z.strictObject({
  errorType: z.string().max(400),
  step: z.string().max(400).nullable(),
  entityType: z.string().max(400),
})

export const issueFilterSchema = z.strictObject({
  /** Words that each entry must have somewhere, in any case of letters; blank: all. */
  search: z.string().max(400),
  kind: issueKindSchema.nullable(),
  /** Only what is new since the list was last looked at. */
  fresh: z.boolean(),
})
export type IssueFilter = Readonly<z.infer<typeof issueFilterSchema>>

export const noFilter: IssueFilter = { search: '', kind: null, fresh: false }

/** The groups of all that the search finds, most first; a chosen kind does not narrow them. */
export type IssueOverview = {
  /** Differs when the list does. */
  readonly version: string
  /** How many entries are kept. */
  readonly total: number
  /** How many are new since the list was last looked at; null: it never was, so nothing is new. */
  readonly fresh: number | null
  /** At most `mostGroups`. */
  readonly groups: readonly IssueGroup[]
  /** How many groups there are. */
  readonly groupCount: number
}

/** Groups that are told at most; a server may give every entry a type of its own. */
export const mostGroups = 500

export type FoundIssue = { readonly issue: JobIssue; readonly isFresh: boolean }

/** A stretch of what the filter lets through, newest first. */
export type IssuePage = {
  readonly version: string
  readonly total: number
  readonly entries: readonly FoundIssue[]
}

export const findLists = ['errors', 'warnings', 'referenceKeys'] as const

/** One place where an item is named. */
export type ItemPlace = {
  readonly ref: JobRef
  readonly list: (typeof findLists)[number]
  readonly key: string
  readonly entityType: string
  /** Null where it is merely listed. */
  readonly issue: JobIssue | null
}

export type ItemAnswer = {
  /** Several keys in their order; the very key before those that begin with it; failed before warned before listed. At most `mostPlaces`. */
  readonly places: readonly ItemPlace[]
  /** How many there are; with `atLeast`, no more were counted. */
  readonly total: number
  readonly atLeast: boolean
  /** Jobs whose lists came lately and are still being read into the index. */
  readonly unread: number
  /** Of several keys, those that are named nowhere, as they were asked for. */
  readonly missing: readonly string[]
}

export const mostPlaces = 200

/** Places of one key that a saved answer holds at most. */
export const mostWritten = 100_000

/** `copy`: the keys alone, on the clipboard instead of in a file. */
export const exportForms = ['csv', 'jsonl', 'keys', 'copy'] as const
export type ExportForm = (typeof exportForms)[number]

/** Of places where items are named. */
export const itemExportForms = ['csv', 'jsonl'] as const
export type ItemExportForm = (typeof itemExportForms)[number]

/** Null: no file was chosen, or its saving was cancelled. `file`: empty where it was copied. */
export type ExportAnswer = { readonly file: string; readonly written: number } | null

/** `isCut`: a key has more places than the file holds. */
export type ItemExportAnswer = (NonNullable<ExportAnswer> & { readonly isCut: boolean }) | null

/** What of a file to be saved is done: jobs whose lists were read into the index, jobs looked at for what they list, jobs written, keys looked up, or entries of the only one. */
export type ExportProgress = {
  /** As the window named this file when it asked for it. */
  readonly id: string
  readonly step: 'read' | 'look' | 'jobs' | 'keys' | 'entries'
  readonly done: number
  readonly total: number
}
