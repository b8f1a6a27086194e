import type { Job } from '../../shared/job'
import { cx } from '../parts/class-names'
import { ServerText } from '../parts/server-text'

/** The one-sentence reason and the last message: where a failed job without listed errors says why (api-notes E11). */
export function JobReason({ job }: { readonly job: Job }) {
  const { errorMessage, lastMessage, stage } = job
  if (errorMessage === null && lastMessage === null && stage === null) return null
  return (
    <section aria-label="What the server says" className="flex flex-col gap-2">
      {errorMessage !== null && (
        <p className={cx('border-l-2 pl-3 break-words whitespace-pre-wrap select-text', ruleOf(job))}>
          <ServerText text={errorMessage} max={2_000} />
        </p>
      )}
      {(stage !== null || lastMessage !== null) && lastMessage !== errorMessage && (
        <p className="break-words text-soft select-text">
          {job.phase === 'ended' && (stage === null ? 'Last message: ' : 'Last stage: ')}
          {stage !== null && <ServerText text={stage} max={80} className="font-medium text-ink" />}
          {stage !== null && lastMessage !== null && <span className="text-faint"> — </span>}
          {lastMessage !== null && <ServerText text={lastMessage} max={1_000} />}
        </p>
      )}
    </section>
  )
}

const ruleOf = (job: Job): string => (job.outcome === 'failed' ? 'border-bar-bad' : 'border-bar-warn')
