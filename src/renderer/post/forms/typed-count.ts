import { readCount } from './read-field'

/** The count a field stands for: as typed, else as the server last said it; null where neither is known. */
export function countOf(text: string, server: number | null): number | null {
  const read = readCount(text)
  return read.kind === 'value' ? read.value : read.kind === 'blank' ? server : null
}

/** The field's text after a press of `+step`; unchanged where its text is no number. */
export function raised(text: string, server: number | null, step: number): string {
  if (readCount(text).kind === 'unreadable') return text
  const next = (countOf(text, server) ?? 0) + step
  return Number.isSafeInteger(next) ? String(next) : text
}
