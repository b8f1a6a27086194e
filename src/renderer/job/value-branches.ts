import { counted } from '../../shared/numbers'

/** Names and values shown of one object or list at once. */
const most = 100

/** The inner values with their names (a list's are its positions, from 1); `more`: how many are left out. */
export function branchesOf(value: unknown): {
  readonly branches: readonly (readonly [string, unknown])[]
  readonly more: number
} {
  if (typeof value !== 'object' || value === null) return { branches: [], more: 0 }
  const all: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map((inner: unknown, index) => [String(index + 1), inner] as const)
    : Object.entries(value)
  return { branches: all.slice(0, most), more: Math.max(0, all.length - most) }
}

/** `3 entries` for what can be opened; null for what is a plain value or empty. */
export function summaryOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  const size = Array.isArray(value) ? value.length : Object.keys(value).length
  return size === 0 ? null : counted(size, 'entry', 'entries')
}

/** A plain value as text; `quiet`: it says that there is nothing. */
export function leafText(value: unknown): { readonly text: string; readonly quiet: boolean } {
  if (value === null || value === undefined) return { text: 'null', quiet: true }
  if (typeof value === 'string') return value === '' ? { text: 'empty', quiet: true } : { text: value, quiet: false }
  if (Array.isArray(value)) return { text: value.length === 0 ? 'empty list' : '…', quiet: true }
  if (typeof value === 'object') return { text: Object.keys(value).length === 0 ? 'empty object' : '…', quiet: true }
  return { text: String(value), quiet: false }
}
