import type { Complaint } from '../../../shared/fault'
import type { Read } from './read-field'

/** What a form says: what is to be sent, and which texts cannot be read (they are left out of it). */
export type ReadForm<Input> = { readonly input: Input; readonly complaints: readonly Complaint[] }

/** A field only where it has a value: absent is not sent, and it is never undefined or null. */
export const ifValue = <Name extends string, T>(name: Name, read: Read<T>): { readonly [Key in Name]?: T } => {
  const none: { readonly [Key in Name]?: T } = {}
  return read.kind === 'value' ? { ...none, [name]: read.value } : none
}

/** The complaints of what cannot be read, each at the vendor's name of its field. */
export const unreadables = (reads: Readonly<Record<string, Read<unknown>>>): readonly Complaint[] =>
  Object.entries(reads).flatMap(([at, read]) => (read.kind === 'unreadable' ? [{ at, message: read.why }] : []))

/** The first complaint at a field or below it, such as `metadata_patch.source`. */
export function complaintAt(complaints: readonly Complaint[], at: string): string | null {
  return complaints.find(complaint => complaint.at === at || complaint.at.startsWith(`${at}.`))?.message ?? null
}

/** Those that belong to none of the fields shown. */
export const restOf = (complaints: readonly Complaint[], shown: readonly string[]): readonly Complaint[] =>
  complaints.filter(({ at }) => !shown.some(field => at === field || at.startsWith(`${field}.`)))
