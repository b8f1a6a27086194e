import { createHash } from 'node:crypto'
import type { IssueKind } from '../../shared/issues'
import type { JobIssue } from '../../shared/job'

/** One kind of entry on one page, or summed over pages; the sample is the newest. */
export type Tally = IssueKind & {
  readonly count: number
  /** ISO in UTC, so that they compare as text; null where no entry has a time that can be read. */
  readonly first: string | null
  readonly last: string | null
  readonly sample: { readonly entityKey: string; readonly message: string; readonly timestamp: string | null }
}

/** Characters of a sample's message. */
const sampleLength = 300

/** Letters that no server's text holds: control characters were taken out of it on the way in. */
export const kindKey = ({ errorType, step, entityType }: IssueKind): string =>
  `${errorType}\u0000${step ?? '\u0001'}\u0000${entityType}`

const utcOf = (timestamp: string | null): string | null => {
  const ms = timestamp === null ? Number.NaN : Date.parse(timestamp)
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}
const earlier = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a)
const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a)

/** Of entries oldest first. */
export function tallyOf(issues: readonly JobIssue[]): readonly Tally[] {
  const groups = new Map<string, Tally>()
  for (const issue of issues) {
    const key = kindKey(issue)
    const known = groups.get(key)
    const at = utcOf(issue.timestamp)
    groups.set(key, {
      errorType: issue.errorType,
      step: issue.step,
      entityType: issue.entityType,
      count: (known?.count ?? 0) + 1,
      first: earlier(at, known?.first ?? null),
      last: later(at, known?.last ?? null),
      sample: {
        entityKey: issue.entityKey,
        message: issue.message.slice(0, sampleLength),
        timestamp: issue.timestamp,
      },
    })
  }
  return [...groups.values()]
}

/** Of pages oldest first; by `kindKey`. */
export function sumOf(pages: Iterable<readonly Tally[]>): ReadonlyMap<string, Tally> {
  const sum = new Map<string, Tally>()
  for (const tallies of pages)
    for (const tally of tallies) {
      const key = kindKey(tally)
      const known = sum.get(key)
      sum.set(key, {
        ...tally,
        count: tally.count + (known?.count ?? 0),
        first: earlier(tally.first, known?.first ?? null),
        last: later(tally.last, known?.last ?? null),
      })
    }
  return sum
}

export const markLength = 8

/** What an entry is known by again, having no identity of its own (api-notes E41): 48 bits of its content. */
export const markOf = (issue: JobIssue): string =>
  createHash('sha1')
    .update(
      JSON.stringify([issue.entityType, issue.entityKey, issue.errorType, issue.step, issue.timestamp, issue.message]),
    )
    .digest('base64')
    .slice(0, markLength)

/** How often each mark comes in a text of marks. */
export function marksIn(texts: Iterable<string>): Map<string, number> {
  const marks = new Map<string, number>()
  for (const text of texts)
    for (let at = 0; at < text.length; at += markLength) {
      const mark = text.slice(at, at + markLength)
      marks.set(mark, (marks.get(mark) ?? 0) + 1)
    }
  return marks
}

/** Which entries were not there before; takes those that were out of `known`, so that the same entry twice is one new one. */
export const freshAmong = (issues: readonly JobIssue[], known: Map<string, number>): readonly boolean[] =>
  issues.map(issue => {
    const mark = markOf(issue)
    const left = known.get(mark) ?? 0
    if (left > 0) known.set(mark, left - 1)
    return left === 0
  })

/** Whether an entry has every word of a search in one of its fields. */
export function matcherOf(search: string): ((issue: JobIssue) => boolean) | null {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return null
  return issue => {
    const text = [
      issue.entityKey,
      issue.entityType,
      issue.errorType,
      issue.step ?? '',
      issue.message,
      issue.details === null ? '' : JSON.stringify(issue.details),
    ]
      .join('\n')
      .toLowerCase()
    return words.every(word => text.includes(word))
  }
}
