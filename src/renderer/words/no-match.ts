import { isWords, type Query, type QueryField, stateWords } from '../jobs/query'
import { plainText } from './plain-text'

const listed = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

/** Why a filter finds nothing, as far as it can be told from the filter itself; else what it looks at. */
export function noMatchSentence(query: Query): string {
  const unknown = (field: QueryField, words: readonly string[]): string | undefined =>
    query.fields.get(field)?.find(value => !words.some(word => word.startsWith(value)))
  const is = unknown('is', isWords)
  if (is !== undefined) return `“is:${plainText(is, 40)}” is not known. It may be ${listed(isWords)}.`
  const state = unknown('state', stateWords)
  if (state !== undefined)
    return `No job is in a state that begins with “${plainText(state, 40)}”. There are ${listed(stateWords)}, and the server’s own words.`
  const type = query.fields.get('type')
  if (query.words.length === 0 && query.fields.size === 1 && type !== undefined)
    return `No watched job has a type that begins with “${plainText(type.join('” or “'), 80)}”.`
  return 'All words must occur in a job’s type, id, state, stage, message or connection, and every field must fit.'
}
