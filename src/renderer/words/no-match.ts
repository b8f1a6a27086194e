import {
  isWords,
  leavesOut,
  oddFields,
  otherMinus,
  type Query,
  type QueryField,
  queryFields,
  stateWords,
} from '../jobs/query'
import { plainText } from './plain-text'

const listed = (words: readonly string[], last: 'or' | 'and' = 'or'): string =>
  `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`

const quoted = (texts: readonly string[]): string => `“${plainText(texts.join('” or “'), 80)}”`

/** Why a filter finds nothing, each reason that can be told from the filter itself, one a line; else what it looks at. */
export function noMatchSentence(query: Query): string {
  const unknown = (field: QueryField, words: readonly string[]): readonly string[] =>
    (query.fields.get(field) ?? []).filter(value => !words.some(word => word.startsWith(value)))
  const reasons: string[] = []
  for (const is of unknown('is', isWords))
    reasons.push(`“is:${plainText(is, 40)}” is not known. It may be ${listed(isWords)}.`)
  const states = unknown('state', stateWords)
  if (states.length > 0)
    reasons.push(
      `No job is in a state that begins with ${quoted(states)}. There are ${listed(stateWords, 'and')}, and the server’s own words.`,
    )
  for (const word of oddFields(query))
    reasons.push(
      `“${plainText(word, 40)}” names no filter and is looked for as it stands. Filters are ${listed(queryFields, 'and')}.`,
    )
  for (const word of otherMinus(query))
    reasons.push(
      `“${plainText(word, 40)}” is looked for as it stands. A minus leaves jobs out: ${plainText(`-${word.slice(1)}`, 40)}.`,
    )
  const type = query.fields.get('type')
  const isTypeAlone = query.words.length === 0 && query.fields.size === 1 && !leavesOut(query)
  if (reasons.length === 0 && isTypeAlone && type !== undefined)
    reasons.push(`No watched job has a type that begins with ${quoted(type)}.`)
  if (reasons.length > 0) return reasons.join('\n')
  const minus = leavesOut(query) ? ' What a minus stands before is left out.' : ''
  return `All words must occur in a job’s type, id, state, stage, message or connection, and every field must fit.${minus}`
}
