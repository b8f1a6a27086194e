import { isWords, type Query, type QueryField } from '../jobs/query'
import { stateWords } from '../jobs/state-phrases'
import { listed } from './strange-values'

const whatFollows: Readonly<Record<QueryField, string>> = {
  state: `${listed(stateWords)}, or a word of the server’s own`,
  type: 'how a type of job begins, as in type:crawl',
  connection: 'how the name of a connection begins',
  id: 'a job’s id, or a part of it',
  is: listed(isWords),
}

/** What may stand after what nothing stands after in a filter: its fields, a minus, a quote; one sentence each. */
export function bareSentences({ bare, without, idle }: Query): readonly string[] {
  const fields = [...new Set(bare.concat(without.bare))].map(field =>
    bare.includes(field)
      ? `After “${field}:” comes ${whatFollows[field]}.`
      : `“-${field}:” leaves nothing out: after it comes ${whatFollows[field]}.`,
  )
  return [...fields, ...[...new Set(idle.map(idleSentence))]]
}

const idleSentence = (part: string): string =>
  part.endsWith('-')
    ? `“${part.slice(0, 3)}” alone leaves nothing out: the word comes right after it, as in -finished.`
    : `“${part.slice(0, 3)}” asks for nothing: quotes hold words together, as in "two words".`
