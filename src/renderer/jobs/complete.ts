import { isWords, partsOf, type QueryField, queryFields } from './query'
import { stateWords } from './state-phrases'

export type KnownValues = { readonly types: readonly string[]; readonly connections: readonly string[] }

/** What the last word typed could become, whole filters each; none when it is not in the middle of a field. */
export function completions(filter: string, known: KnownValues): readonly string[] {
  const last = partsOf(filter).at(-1) ?? ''
  if (last === '' || !filter.endsWith(last)) return []
  const minus = last.startsWith('-') ? '-' : ''
  const before = filter.slice(0, filter.length - last.length) + minus
  const typed = last.slice(minus.length).toLowerCase()
  const at = typed.indexOf(':')
  if (at < 0) return queryFields.filter(field => field.startsWith(typed)).map(field => `${before}${field}:`)
  const field = queryFields.find(name => name === typed.slice(0, at))
  if (field === undefined) return []
  // Of several values it is the last that goes on.
  const [, earlier = '', begins = ''] = /^((?:(?:"[^"]*"|[^",]*),)*)(.*)$/s.exec(typed.slice(at + 1)) ?? []
  const begun = begins.replaceAll('"', '')
  return [...new Set(valuesOf(field, known).map(value => value.toLowerCase()))]
    .filter(value => value.startsWith(begun) && value !== begun)
    .slice(0, 8)
    .map(value => `${before}${field}:${earlier}${/[\s,]/.test(value) ? `"${value}"` : value} `)
}

function valuesOf(field: QueryField, { types, connections }: KnownValues): readonly string[] {
  switch (field) {
    case 'state':
      return stateWords
    case 'is':
      return isWords
    case 'type':
      return types
    case 'connection':
      return connections
    case 'id':
      return []
  }
}
