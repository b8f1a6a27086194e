import { isWords, type Query, type QueryField } from './query'
import { isKnownState } from './state-phrases'

/** A value that no watched job has and that is none of ours; `isOut`: a minus stands before it, so it leaves nothing out. */
export type Stranger = {
  readonly field: Exclude<QueryField, 'id'> | 'word'
  readonly value: string
  readonly isOut: boolean
}

/** Whether a watched job, of whichever connection, has such a value; a `word` is looked for in all that a row shows. */
export type Holds = (field: Stranger['field'], value: string) => boolean

const fields = ['is', 'state', 'type', 'connection'] as const

/** Whether the value may mean something even while no job has it: as a rule of long standing, say. */
function isKnown(field: (typeof fields)[number], value: string): boolean {
  if (field === 'is') return isWords.some(word => word.startsWith(value))
  return field === 'state' && isKnownState(value)
}

/** What a filter asks for, or leaves out, in vain: most often a slip. Jobs are looked through only for what is not ours. */
export function strangersOf(query: Query, holds: Holds): readonly Stranger[] {
  const among = (terms: Query | Query['without'], isOut: boolean): readonly Stranger[] =>
    fields.flatMap(field =>
      [...new Set(terms.fields.get(field))]
        .filter(value => !isKnown(field, value) && !holds(field, value))
        .map(value => ({ field, value, isOut })),
    )
  // A plain word left out may wait for its job; one that looks like a field, or has a second minus, is a slip.
  const words = query.without.words
    .filter(word => /^([a-z]+:(?!\/\/)|-)/.test(word) && !holds('word', word))
    .map((value): Stranger => ({ field: 'word', value, isOut: true }))
  return [...among(query, false), ...among(query.without, true), ...words]
}
