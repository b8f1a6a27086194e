import { type Job, shortId } from './job'
import { counted, shareText } from './numbers'
import { countsSentence, endedCountsSentence, jobTypeName, outcomeVerb } from './wording'

export type NoticeWords = { readonly title: string; readonly body: string }

/** Of the server's sentence so many signs are shown. */
const mostReason = 120

/**
 * The title and the lines of a notification about an ending. The server's own reason is in it only where a person wants
 * that (`withReason`): others may see the screen (api-notes E40).
 */
export function endingNotice(job: Job, jobId: string, connectionName: string, withReason = false): NoticeWords {
  const reason = withReason && job.outcome !== 'succeeded' && job.outcome !== 'warned' ? reasonOf(job) : ''
  const counts = endedCountsSentence(job)
  const lines = [
    counts === '' && reason === '' ? 'No counts reported' : counts,
    reason,
    `${shortId(jobId)} · ${connectionName}`,
  ]
  return {
    title: `${jobTypeName(job.jobType)} ${outcomeVerb(job.outcome ?? 'unknown', job.status)}`,
    body: lines.filter(line => line !== '').join('\n'),
  }
}

function reasonOf({ errorMessage }: Job): string {
  const signs = [...(errorMessage ?? '').replaceAll(/\s+/g, ' ').trim()]
  if (signs.length === 0) return ''
  return `“${signs.length > mostReason ? `${signs.slice(0, mostReason - 1).join('')}…` : signs.join('')}”`
}

/** The counts where there are some, then what tells this job apart. No text of the server's in it (api-notes E40). */
const story = (job: Job, jobId: string, connectionName: string, first = ''): string =>
  [first, countsSentence(job), `${shortId(jobId)} · ${connectionName}`].filter(line => line !== '').join('\n')

export const startedWords = (job: Job, jobId: string, connectionName: string): NoticeWords => ({
  title: `${jobTypeName(job.jobType)} started`,
  body: `${shortId(jobId)} · ${connectionName}`,
})

export const firstFailureWords = (job: Job, jobId: string, connectionName: string): NoticeWords => ({
  title: `${jobTypeName(job.jobType)} has its first ${job.failed === 1 ? 'failure' : 'failures'}`,
  body: story(job, jobId, connectionName),
})

/** `share` and `usual`: parts of the items, 0-1. */
export const failureRateWords = (
  job: Job,
  jobId: string,
  connectionName: string,
  share: number,
  usual: number | null,
): NoticeWords => ({
  title: `${jobTypeName(job.jobType)}: ${shareText(share)} of the items fail`,
  body: story(
    job,
    jobId,
    connectionName,
    usual === null || usual === 0 ? '' : `${shareText(usual)} is usual for this type`,
  ),
})

/** `stillMs`: for how long nothing has moved. */
export const stalledWords = (job: Job, jobId: string, connectionName: string, stillMs: number): NoticeWords => ({
  title: `${jobTypeName(job.jobType)} has stalled`,
  body: story(job, jobId, connectionName, `Nothing has moved for ${duration(stillMs)}`),
})

function duration(ms: number): string {
  const seconds = Math.max(1, Math.floor(ms / 1_000))
  if (seconds < 60) return counted(seconds, 'second')
  const minutes = Math.floor(seconds / 60)
  return minutes < 120 ? counted(minutes, 'minute') : counted(Math.floor(minutes / 60), 'hour')
}
