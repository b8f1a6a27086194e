import { failingShare } from '../../shared/failing'
import { assertNever, type Fault } from '../../shared/fault'
import type { Job } from '../../shared/job'
import type { NoticeKind } from '../../shared/notice-kinds'
import {
  endingNotice,
  failureRateWords,
  firstFailureWords,
  type NoticeWords,
  stalledWords,
  startedWords,
} from '../../shared/notice-words'
import type { ConnectionView, NoticeView, WatchedJob } from '../../shared/snapshot'
import { perhapsBefore } from '../../shared/summary-words'
import { faultSentence } from '../../shared/wording'
import type { Change } from './changes'

/** A notice as decided, before it is written down. The key makes it unique for ever (architecture rule 5). */
export type NoticeDraft = Omit<NoticeView, 'id' | 'at' | 'seen'> & { readonly key: string }

/**
 * A job that runs again, or moves again, says nothing; each of the rest is said once an epoch, a stall once for each stall.
 * `withReason`: an ending carries the server's own sentence.
 */
export function noticesFor(
  changes: readonly Change[],
  after: WatchedJob,
  connectionName: string,
  withReason = false,
): readonly NoticeDraft[] {
  const { job, ref } = after
  if (job === null) return []
  return changes.flatMap(change => {
    const words = wordsFor(change, job, after, connectionName, withReason)
    if (words === null) return []
    const outcome = change.kind === 'ended' ? change.outcome : null
    const draft: NoticeDraft = {
      key: `${ref.connectionId}/${ref.jobId}/${change.epoch}/${nameOf(change)}`,
      kind: words.kind,
      connectionId: ref.connectionId,
      ref,
      outcome,
      title: words.title,
      body: words.body,
    }
    return [draft]
  })
}

/** What makes a change one of its kind within an epoch. */
const nameOf = (change: Change): string =>
  change.kind === 'ended' ? change.outcome : change.kind === 'stalled' ? `stalled/${change.since}` : change.kind

function wordsFor(
  change: Change,
  job: Job,
  { ref: { jobId }, seenAt }: WatchedJob,
  name: string,
  withReason: boolean,
): (NoticeWords & { readonly kind: NoticeKind }) | null {
  switch (change.kind) {
    case 'ended':
      return { kind: 'ended', ...endingNotice(job, jobId, name, withReason) }
    case 'started':
      return { kind: 'started', ...startedWords(job, jobId, name) }
    case 'first-failure':
      return { kind: 'first-failure', ...firstFailureWords(job, jobId, name) }
    case 'failure-rate':
      return { kind: 'failure-rate', ...failureRateWords(job, jobId, name, failingShare(job) ?? 0, change.usual) }
    case 'stalled': {
      const stillMs = Date.parse(seenAt ?? change.since) - Date.parse(change.since)
      return { kind: 'stalled', ...stalledWords(job, jobId, name, stillMs) }
    }
    case 'reopened':
    case 'moved-again':
      return null
    default:
      return assertNever(change)
  }
}

/** A connection that lost its key is told once for each time it is lost; `since` (ISO) tells the times apart. */
export function connectionNotice(
  connection: Pick<ConnectionView, 'id' | 'name'>,
  fault: Fault,
  since: string,
): NoticeDraft {
  return {
    key: `${connection.id}/${fault.kind}/${since}`,
    kind: 'connection',
    connectionId: connection.id,
    ref: null,
    outcome: null,
    title: `${connection.name} is not being watched`,
    body: faultSentence(fault),
  }
}

/** Decided before the app was stopped: it may or may not have been seen (reliability fault 50). */
export const againAfterRestart = (notice: NoticeView): NoticeView => ({
  ...notice,
  body: `${notice.body}\n${perhapsBefore}`,
})
