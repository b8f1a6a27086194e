import type { JobIssue, ReferenceKey } from '../../../shared/job'
import { boundedRecord } from '../bounded'
import { manyLines, oneLine } from '../plain-text'
import { ifThere, orNull } from '../reading'
import { withZone } from '../timestamps'
import { wireIssueSchema, wireReferenceKeySchema } from './wire'

/** More entries than a body of 8 MB holds when each is well formed; a list of millions of `{}` is cut here. */
const mostIssues = 100_000
const mostReferenceKeys = 300_000

const detailBounds = { depth: 4, entries: 50, text: 1_000, total: 4_000 }

function timeOf(entry: unknown): number {
  const stamp: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'timestamp') : null
  const time = typeof stamp === 'string' ? Date.parse(withZone(stamp)) : Number.NaN
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time
}

/** Null for what is no entry at all. */
function readIssue(entry: unknown): JobIssue | null {
  const parsed = wireIssueSchema.safeParse(entry)
  if (!parsed.success) return null
  const { entity_key, entity_type, error_type, message, timestamp, step, details } = parsed.data
  return {
    entityKey: oneLine(entity_key, 200),
    entityType: oneLine(entity_type, 80),
    errorType: oneLine(error_type, 120),
    message: manyLines(message, 4_000),
    step: ifThere(step, line => orNull(oneLine(line, 120))) ?? null,
    timestamp: ifThere(timestamp, stamp => orNull(withZone(stamp))) ?? null,
    details: ifThere(details, record => boundedRecord(record, detailBounds)) ?? null,
  }
}

/**
 * The entries, oldest first. The order of the list is not promised, so the times decide; entries are appended, so of
 * two with the same time the later one is newer (api-notes E41).
 */
export function issuesInOrder(entries: readonly unknown[]): readonly JobIssue[] {
  return entries
    .slice(-mostIssues)
    .map((entry, index) => ({ entry, index, time: timeOf(entry) }))
    .sort((a, b) => (a.time === b.time ? a.index - b.index : a.time > b.time ? 1 : -1))
    .flatMap(({ entry }) => readIssue(entry) ?? [])
}

export function referenceKeys(entries: readonly unknown[]): readonly ReferenceKey[] {
  return entries.slice(0, mostReferenceKeys).flatMap(entry => {
    const parsed = wireReferenceKeySchema.safeParse(entry)
    if (!parsed.success) return []
    return [{ entityType: oneLine(parsed.data.entity_type, 80), key: oneLine(parsed.data.key, 200) }]
  })
}
