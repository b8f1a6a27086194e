import { manyLines, oneLine } from './plain-text'

export type Bounds = {
  /** Levels of objects and lists, the outermost counted. */
  readonly depth: number
  /** Entries of each object or list. */
  readonly entries: number
  /** Characters of each text. */
  readonly text: number
  /** Characters of all names and texts together, roughly. */
  readonly total: number
}

type OpenRecord = Readonly<Record<string, unknown>>

/**
 * A copy of a server's free object that is safe to keep, send and show: bounded every way, without control
 * characters, and without a `__proto__` of its own (api-notes E39; reliability fault 19). Cut places are marked `…`.
 */
export function boundedRecord(record: OpenRecord, bounds: Bounds): OpenRecord {
  let left = bounds.total

  const copyRecord = (source: object, depth: number): OpenRecord => {
    const entries = Object.entries(source)
    const kept: [string, unknown][] = []
    for (const [name, value] of entries.slice(0, bounds.entries)) {
      if (left <= 0) break
      const shown = oneLine(name, 200)
      left -= shown.length + 1
      if (shown !== '__proto__') kept.push([shown, copy(value, depth - 1)])
    }
    if (kept.length < entries.length) kept.push(['…', `${entries.length - kept.length} more`])
    return Object.fromEntries(kept)
  }

  const copyList = (source: readonly unknown[], depth: number): readonly unknown[] => {
    const kept: unknown[] = []
    for (const entry of source.slice(0, bounds.entries)) {
      if (left <= 0) break
      kept.push(copy(entry, depth - 1))
    }
    return kept.length < source.length ? [...kept, `… ${source.length - kept.length} more`] : kept
  }

  const copy = (value: unknown, depth: number): unknown => {
    left -= 1
    if (typeof value === 'string') {
      const text = manyLines(value, Math.max(1, Math.min(bounds.text, left)))
      left -= text.length
      return text
    }
    if (typeof value !== 'object' || value === null) return value
    if (depth <= 0) return '…'
    return Array.isArray(value) ? copyList(value, depth) : copyRecord(value, depth)
  }

  return copyRecord(record, bounds.depth)
}
