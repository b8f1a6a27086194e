import { readJsonObject } from '../../../shared/json-object'
import type { OpenRecord } from '../../../shared/progress'

/** What a field's text means: nothing (blank is not sent), a value, or why it cannot be read. */
export type Read<T> =
  | { readonly kind: 'blank' }
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'unreadable'; readonly why: string }

const blank = { kind: 'blank' } as const
const unreadable = (why: string) => ({ kind: 'unreadable', why }) as const

export function readText(text: string): Read<string> {
  const value = text.trim()
  return value === '' ? blank : { kind: 'value', value }
}

/** Groups of three by one and the same sign, as the app itself writes them: comma, blank, no-break or thin space. */
const grouped = /^\d{1,3}([, \u00a0\u2009\u202f])\d{3}(?:\1\d{3})*$/

/** 0 is a number like any other (api-notes E25). */
export function readCount(text: string): Read<number> {
  const typed = text.trim()
  const trimmed = grouped.test(typed) ? typed.replace(/\D/g, '') : typed
  if (trimmed === '') return blank
  const value = Number(trimmed)
  if (!/^\d+$/.test(trimmed) || !Number.isSafeInteger(value)) return unreadable('Enter a whole number, 0 or more.')
  return { kind: 'value', value }
}

export function readObject(text: string): Read<OpenRecord> {
  if (text.trim() === '') return blank
  const verdict = readJsonObject(text)
  if (verdict.ok) return { kind: 'value', value: verdict.value }
  return unreadable(`Line ${verdict.line}, column ${verdict.column}: ${verdict.why}`)
}
