import type { Glimpse } from './comparison'
import { shownValue } from './post-values'

/** One thing that the server changed with a post; texts to be shown. `field` is the vendor's name. */
export type FieldChange = { readonly field: string; readonly before: string; readonly after: string }

const compared = [
  ['status', 'status'],
  ['stage', 'metadata.stage'],
  ['lastMessage', 'metadata.last_message'],
  ['processed', 'processed_items'],
  ['total', 'total_items'],
  ['failed', 'failed_items'],
  ['warned', 'warned_items'],
  ['percent', 'progress_percentage'],
  ['errorsListed', 'errors'],
  ['warningsListed', 'warnings'],
  ['errorMessage', 'error_message'],
  ['startedAt', 'started_at'],
  ['completedAt', 'completed_at'],
] as const satisfies readonly (readonly [keyof Glimpse, string])[]

/** What differs, field by field, between the job before a post and the job as the server's own reply shows it. */
export function changesOf(before: Glimpse | null, after: Glimpse | null): readonly FieldChange[] {
  if (before === null || after === null) return []
  const fields = compared.flatMap(([name, field]) => difference(field, before[name], after[name]))
  const keys = Object.keys(after.patched ?? {})
  const patched = keys.flatMap(key => difference(`metadata.${key}`, before.patched?.[key], after.patched?.[key]))
  return [...fields, ...patched]
}

function difference(field: string, before: unknown, after: unknown): readonly FieldChange[] {
  const [was, is] = [shownValue(before), shownValue(after)]
  return was === is ? [] : [{ field, before: was, after: is }]
}
