import type { JobIssue, ReferenceKey } from '../../../shared/job'
import { boundedRecord } from '../bounded'
import { manyLines, oneLine } from '../plain-text'
import { ifThere, isRecord, type OpenRecord, orNull } from '../reading'
import { withZone } from '../timestamps'
import { type wireIssueSchema, wireReferenceKeySchema } from './wire'

/** More entries than a body of 8 MB holds when each is well formed; a list of millions of `{}` is cut here. */
const mostIssues = 100_000
const mostReferenceKeys = 300_000

const detailBounds = { depth: 4, entries: 50, text: 1_000, total: 4_000 }

const textAt = (entry: OpenRecord, name: keyof typeof wireIssueSchema.shape): string | null => {
  const value = Object.hasOwn(entry, name) ? entry[name] : null
  return typeof value === 'string' ? value : null
}

type Stamped = { readonly entry: OpenRecord; readonly index: number; readonly stamp: string | null }

/** ISO or what was sent in its place; null: no time at all. */
function stampOf(entry: OpenRecord): string | null {
  const sent = textAt(entry, 'timestamp')
  return sent === null ? null : withZone(sent)
}

function timeOf(stamp: string | null): number {
  const time = stamp === null ? Number.NaN : Date.parse(stamp)
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time
}

/** Read by hand and not by its schema, which takes five times as long: there may be 50,000 of them in one answer. */
function readIssue({ entry, stamp }: Stamped): JobIssue {
  const { details } = entry
  return {
    entityKey: oneLine(textAt(entry, 'entity_key') ?? '', 200),
    entityType: oneLine(textAt(entry, 'entity_type') ?? '', 80),
    errorType: oneLine(textAt(entry, 'error_type') ?? '', 120),
    message: manyLines(textAt(entry, 'message') ?? '', 4_000),
    step: ifThere(textAt(entry, 'step'), line => orNull(oneLine(line, 120))) ?? null,
    timestamp: ifThere(stamp, orNull) ?? null,
    details: isRecord(details) ? boundedRecord(details, detailBounds) : null,
  }
}

/**
 * The entries, oldest first. The order of the list is not promised, so the times decide; entries are appended, so of
 * two with the same time the later one is newer (api-notes E41).
 */
export function issuesInOrder(entries: readonly unknown[]): readonly JobIssue[] {
  return entries
    .slice(-mostIssues)
    .flatMap((entry, index) => {
      if (!isRecord(entry)) return []
      const stamp = stampOf(entry)
      return [{ entry, index, stamp, time: timeOf(stamp) }]
    })
    .sort((a, b) => (a.time === b.time ? a.index - b.index : a.time > b.time ? 1 : -1))
    .map(readIssue)
}

export function referenceKeys(entries: readonly unknown[]): readonly ReferenceKey[] {
  return entries.slice(0, mostReferenceKeys).flatMap(entry => {
    const parsed = wireReferenceKeySchema.safeParse(entry)
    if (!parsed.success) return []
    return [{ entityType: oneLine(parsed.data.entity_type, 80), key: oneLine(parsed.data.key, 200) }]
  })
}
