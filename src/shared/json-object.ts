import type { OpenRecord } from './progress'

export type JsonVerdict =
  | { readonly ok: true; readonly value: OpenRecord }
  /** Both from 1; where the reading stopped. */
  | { readonly ok: false; readonly line: number; readonly column: number; readonly why: string }

const deepest = 200

class Mistake {
  constructor(
    readonly at: number,
    readonly why: string,
  ) {}
}

const blanks = /[ \t\n\r]*/y
const word = /true|false|null/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
/** JSON forbids line breaks and other controls inside a text; those beyond U+001F it allows. */
const string = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy

/** A number perhaps of more digits than are kept: 12345678901234567890 would be sent as 12345678901234567000. */
const isInexact = (value: unknown): boolean =>
  typeof value === 'number' && (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))

/** Whether a number is written again as it was, or at least means the same. */
const isKept = (digits: string): boolean => {
  const read = Number(digits)
  if (!Number.isFinite(read)) return false
  return !/^-?\d+$/.test(digits) || String(read) === digits || BigInt(digits) === BigInt(read)
}

/** Whether some number in it may not be the one that was written; without a pause for a call, however deep it is. */
function holdsInexact(value: unknown): boolean {
  const left = [value]
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    if (isInexact(one)) return true
    if (typeof one === 'object' && one !== null) for (const inner of Object.values(one)) left.push(inner)
  }
  return false
}

/** Finds the first mistake; called only where there may be one: JSON.parse's own words name no place in every browser. */
function firstMistake(text: string): Mistake | null {
  let at = 0
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? null
    if (found !== null) at += found.length
    return found
  }
  const expect = (sign: string, why: string) => {
    take(blanks)
    if (text[at] !== sign) throw new Mistake(at, why)
    at += 1
  }
  const list = (end: string, entry: () => void) => {
    at += 1
    take(blanks)
    if (text[at] === end) {
      at += 1
      return
    }
    for (;;) {
      entry()
      take(blanks)
      if (text[at] === end) break
      expect(',', `A comma or ${end} is missing.`)
    }
    at += 1
  }
  const member = (depth: number) => {
    take(blanks)
    if (take(string) === null) throw new Mistake(at, 'A name in double quotes is missing.')
    expect(':', 'A colon is missing.')
    value(depth)
  }
  const value = (depth: number): void => {
    take(blanks)
    if (depth > deepest) throw new Mistake(at, 'This is nested too deeply.')
    const sign = text[at]
    if (sign === '{') list('}', () => member(depth + 1))
    else if (sign === '[') list(']', () => value(depth + 1))
    else if (sign === '"') {
      if (take(string) === null) throw new Mistake(at, 'This text does not end, or has a sign that must be escaped.')
    } else if (take(word) === null) {
      const from = at
      const digits = take(number)
      if (digits === null) throw new Mistake(at, 'A value is missing.')
      if (!isKept(digits))
        throw new Mistake(from, 'This number is too long to be kept as it is. Put it in double quotes.')
    }
  }
  try {
    value(0)
    take(blanks)
    return at < text.length ? new Mistake(at, 'There is something after the end.') : null
  } catch (mistake) {
    if (mistake instanceof Mistake) return mistake
    throw mistake
  }
}

const no = (text: string, { at, why }: Mistake): No => {
  const before = text.slice(0, at).split(/\r\n|\r|\n/)
  return { ok: false, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, why }
}

type No = Extract<JsonVerdict, { ok: false }>

/** The first number of a text that would be another once it is sent; `value`: the text as it was read. */
export function wrongNumber(text: string, value: unknown): No | null {
  const mistake = holdsInexact(value) ? firstMistake(text) : null
  return mistake === null ? null : no(text, mistake)
}

/** Reads a JSON object as a person wrote it; a list, a text or a number is none (api-notes E27). */
export function readJsonObject(text: string): JsonVerdict {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return no(text, firstMistake(text) ?? new Mistake(0, 'This is not JSON.'))
  }
  const wrong = wrongNumber(text, value)
  if (wrong !== null) return wrong
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  if (!isObject) return no(text, new Mistake(0, 'This must be an object: { … }.'))
  return { ok: true, value: Object.fromEntries(Object.entries(value ?? {})) }
}
