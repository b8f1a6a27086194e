import { assertNever } from '../../shared/fault'
import { isWords, queryFields } from '../jobs/query'
import { stateWords } from '../jobs/state-phrases'
import type { Stranger } from '../jobs/strangers'
import { plainText } from './plain-text'

export const listed = (words: readonly string[], last: 'or' | 'and' = 'or'): string =>
  `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`

const quoted = (texts: readonly string[]): string => `“${plainText(texts.join('” or “'), 80)}”`

/** What a filter asks for, or leaves out, in vain, one sentence for all values of a field. */
export function strangeSentences(strangers: readonly Stranger[]): readonly string[] {
  const alike = new Map<string, Stranger[]>()
  for (const stranger of strangers) {
    const { field, value, isOut } = stranger
    const key = `${isOut} ${field === 'is' || field === 'word' ? value : ''} ${field}`
    const others = alike.get(key)
    if (others === undefined) alike.set(key, [stranger])
    else others.push(stranger)
  }
  return [...alike.values()].flatMap(([first, ...more]) =>
    first === undefined
      ? []
      : sentenceOf(
          first,
          [first, ...more].map(({ value }) => value),
        ),
  )
}

function sentenceOf({ field, isOut }: Stranger, values: readonly string[]): string {
  const why = reasonOf(field, values)
  if (!isOut) return `${why[0]?.toUpperCase()}${why.slice(1)}`
  const term = field === 'word' ? values.join() : `${field}:${values.join(',')}`
  return `“-${plainText(term, 60)}” leaves nothing out: ${why}`
}

function reasonOf(field: Stranger['field'], values: readonly string[]): string {
  switch (field) {
    case 'is':
      return `“is:${plainText(values.join(), 40)}” is not known. It may be ${listed(isWords)}.`
    case 'state':
      return `no job is in a state that begins with ${quoted(values)}. There are ${listed(stateWords, 'and')}, and the server’s own words.`
    case 'type':
      return `no watched job has a type that begins with ${quoted(values)}.`
    case 'connection':
      return `no watched job has a connection that begins with ${quoted(values)}.`
    case 'word':
      if (values[0]?.startsWith('-')) return `one minus is enough, as in ${plainText(values.join(), 40)}.`
      return `it names no filter, and no row shows it. Filters are ${listed(queryFields, 'and')}.`
    default:
      return assertNever(field)
  }
}
