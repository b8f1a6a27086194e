import { count } from '../../../shared/numbers'
import type { Place } from './table'

/** Entries that have a field twice: JSON.parse takes the last and says nothing (RFC 8259, section 4). */
export type Repeated = {
  readonly first: { readonly line: number; readonly name: string }
  /** How many entries. */
  readonly many: number
}

export type Repeat = { readonly entry: number; readonly name: string }

/** Where the text that begins at this quote ends. By hand: a pattern runs out of stack in one of some megabytes. */
function endOfText(json: string, begin: number): number {
  for (let end = json.indexOf('"', begin + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let before = end
    while (json[before - 1] === '\\') before -= 1
    if ((end - before) % 2 === 0) return end + 1
  }
  return json.length
}

/** Whole texts, and what parts and encloses them. */
function* tokensOf(json: string): Iterable<string> {
  const sign = /["{}[\],]/g
  for (let found = sign.exec(json); found !== null; found = sign.exec(json)) {
    if (found[0] === '"') sign.lastIndex = endOfText(json, found.index)
    yield json.slice(found.index, sign.lastIndex)
  }
}

/** The first field that stands twice in an object, of each entry of a list, from 1; of anything else all is entry 1. The text is known to be JSON. */
export function repeatsIn(text: string): readonly Repeat[] {
  const repeats: Repeat[] = []
  /** The names so far; null: a list. */
  const open: (Set<string> | null)[] = []
  let entry = 1
  let isName = false
  for (const sign of tokensOf(text)) {
    if (sign === '{') {
      open.push(new Set())
      isName = true
    } else if (sign === '[') {
      open.push(null)
      isName = false
    } else if (sign === '}' || sign === ']') {
      open.pop()
      isName = false
    } else if (sign === ',') {
      if (open.length === 1 && open[0] === null) entry += 1
      isName = open.at(-1) instanceof Set
    } else if (isName) {
      isName = false
      const name = String(JSON.parse(sign))
      const names = open.at(-1)
      if (names?.has(name) && repeats.at(-1)?.entry !== entry) repeats.push({ entry, name })
      names?.add(name)
    }
  }
  return repeats
}

/** Nothing where none is repeated. */
export function repeatedOf(repeats: readonly Repeat[]): { readonly repeated?: Repeated } {
  const [first] = repeats
  return first === undefined
    ? {}
    : { repeated: { first: { line: first.entry, name: first.name }, many: repeats.length } }
}

export function repeatedSentence({ first: { line, name }, many }: Repeated, place: Place): string {
  const others = many === 1 ? '' : ` So it is with ${count(many - 1)} more.`
  const where = place === 'entry' ? 'Entry' : 'Line'
  return `${where} ${count(line)} has the field “${name.slice(0, 60)}” more than once: the last one is taken.${others}`
}
