import type { Unsent } from '../../../shared/outbox'
import { postTitle } from '../../../shared/post-wording'
import { writeCsv } from './csv'

const heading = ['entity_key', 'error_type', 'message', 'entity_type', 'step', 'details', 'kind', 'state', 'why']

/** What did not arrive for certain, as a file that can be corrected and dropped here again. The mark lets sheets read it as UTF-8. */
export const unsentCsv = (unsent: readonly Unsent[]): string => `\ufeff${writeCsv([heading, ...unsent.map(rowOf)])}`

function rowOf({ input, state, why }: Unsent): readonly string[] {
  const issue = input.error ?? input.warning
  if (issue === undefined)
    return ['', '', postTitle({ kind: 'progress', jobId: '', input }), '', '', '', 'progress', state, why]
  return [
    issue.entityKey,
    issue.errorType,
    issue.message,
    issue.entityType ?? '',
    issue.step ?? '',
    issue.details === undefined ? '' : JSON.stringify(issue.details),
    input.error === undefined ? 'warning' : 'error',
    state,
    why,
  ]
}
