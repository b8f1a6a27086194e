import { leavesOut, oddFields, otherMinus, type Query, queryFields, withComma } from '../jobs/query'
import type { Stranger } from '../jobs/strangers'
import { bareSentences } from './bare-fields'
import { plainText } from './plain-text'
import { listed, strangeSentences } from './strange-values'

/** Why a filter finds nothing, each reason that can be told from the filter itself, one a line; else what it looks at. */
export function noMatchSentence(query: Query, strangers: readonly Stranger[]): string {
  const reasons = [...strangeSentences(strangers), ...bareSentences(query)]
  for (const word of oddFields(query))
    reasons.push(
      `“${plainText(word, 40)}” names no filter and is looked for as it stands. Filters are ${listed(queryFields, 'and')}.`,
    )
  for (const word of otherMinus(query))
    reasons.push(
      `“${plainText(word, 40)}” is looked for as it stands. A minus leaves jobs out: ${plainText(`-${word.slice(1)}`, 40)}.`,
    )
  for (const word of withComma(query))
    reasons.push(
      `“${plainText(word, 40)}” is looked for as it stands, with its comma. A comma means or after a field: type:crawl,import.`,
    )
  if (reasons.length > 0) return reasons.join('\n')
  const minus = leavesOut(query) ? ' What a minus stands before is left out.' : ''
  return `All words must occur in a job’s type, id, state, stage, message or connection, and every field must fit.${minus}`
}
