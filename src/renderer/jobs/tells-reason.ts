import type { WatchedJob } from '../../shared/snapshot'
import { lastWord } from '../words/last-word'

/**
 * Whether a row's second line is there to be read whole: why a job ended as it did, or why it was not seen yet. It takes
 * all room that the counts leave, which then stand at the right instead of below the bar.
 */
export const tellsReason = ({ job }: Pick<WatchedJob, 'job'>): boolean =>
  job === null || (job.phase === 'ended' && lastWord(job) !== null)
