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

/** What may stand after the fields of a filter that nothing stands after, one sentence each. */
export function bareSentences({ bare, without }: Query): readonly string[] {
  return [...new Set(bare.concat(without.bare))].map(field =>
    bare.includes(field)
      ? `After “${field}:” comes ${whatFollows[field]}.`
      : `“-${field}:” leaves nothing out: after it comes ${whatFollows[field]}.`,
  )
}
