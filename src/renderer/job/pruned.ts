const has = (text: string, search: string): boolean => text.toLowerCase().includes(search.toLowerCase())

/** What is left of a value when only names and plain values with the text in them stay, with what they are in; undefined: nothing. */
export function prunedTo(value: unknown, search: string): unknown {
  if (Array.isArray(value)) {
    const kept = value.map((inner: unknown) => prunedTo(inner, search)).filter(inner => inner !== undefined)
    return kept.length === 0 ? undefined : kept
  }
  if (typeof value === 'object' && value !== null) {
    const kept = Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
      const found = has(name, search) ? inner : prunedTo(inner, search)
      return found === undefined ? [] : [[name, found] as const]
    })
    return kept.length === 0 ? undefined : Object.fromEntries(kept)
  }
  return has(String(value), search) ? value : undefined
}
