import { itemsLeftBy } from '../../../shared/items-left'
import { type Job, uncountedErrors } from '../../../shared/job'
import { count } from '../../../shared/numbers'
import { cautionSentence, cautionSentences } from '../../../shared/post-wording'
import { askFirst } from '../../state/view'

/** `processed` is what stands once all that was pressed is posted. */
export function askToComplete(processed: number | null, job: Job | null): Promise<boolean> {
  const itemsLeft = itemsLeftBy(
    { transition: { kind: 'complete' }, ...(processed === null ? {} : { processedItems: processed }) },
    job,
  )
  return askFirst({
    title: 'Complete this job?',
    text: [
      ...(processed === null ? [] : [`${count(processed)} processed.`]),
      ...(itemsLeft === null ? [] : [cautionSentence('leaves-items', itemsLeft)]),
      ...(job !== null && uncountedErrors(job) > 0 ? [cautionSentences['errors-uncounted']] : []),
      cautionSentences['cannot-be-taken-back'],
    ].join(' '),
    act: 'Complete the job',
    danger: false,
  })
}

export const askToFail = (): Promise<boolean> =>
  askFirst({
    title: 'Fail this job?',
    text: cautionSentences['cannot-be-taken-back'],
    act: 'Fail the job',
    danger: true,
  })
