import type { ConnectionId } from '../../shared/connection'
import type { Fault } from '../../shared/fault'
import type { JobRef, Outcome } from '../../shared/job'
import type { NoticeKind } from '../../shared/notice-kinds'
import type { ConnectionView, NoticeView, WatchedJob } from '../../shared/snapshot'
import { endingNotice, faultSentence } from '../../shared/wording'
import type { Change } from './changes'

/** A notice as decided, before it is written down. The key makes it unique for ever (architecture rule 5). */
export type NoticeDraft = {
  readonly key: string
  readonly kind: NoticeKind
  readonly connectionId: ConnectionId
  readonly ref: JobRef | null
  readonly outcome: Outcome | null
  readonly title: string
  readonly body: string
}

/** One notice for each ending; a job that runs again says nothing until it ends again. */
export function noticesFor(
  changes: readonly Change[],
  after: WatchedJob,
  connectionName: string,
): readonly NoticeDraft[] {
  const { job, ref } = after
  if (job === null) return []
  return changes.flatMap(change =>
    change.kind === 'ended'
      ? [
          {
            key: `${ref.connectionId}/${ref.jobId}/${change.epoch}/${change.outcome}`,
            kind: 'ended',
            connectionId: ref.connectionId,
            ref,
            outcome: change.outcome,
            ...endingNotice(job, ref.jobId, connectionName),
          } satisfies NoticeDraft,
        ]
      : [],
  )
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
  body: `${notice.body}\nPerhaps told before: Jobtray was stopped meanwhile.`,
})
