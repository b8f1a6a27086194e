import { useRef, useState } from 'react'
import { itemsLeftBy } from '../../../shared/items-left'
import { count } from '../../../shared/numbers'
import { cautionSentence, cautionSentences } from '../../../shared/post-wording'
import type { WatchedJob } from '../../../shared/snapshot'
import { outcomeVerb } from '../../../shared/wording'
import { attempt } from '../../state/attempt'
import { askFirst } from '../../state/view'
import { nextStage } from '../forms/stages'
import { PostStanding } from '../post-standing'
import { presentOf } from './present'
import { standsStill, useWorker } from './use-worker'
import { useWorkerKeys } from './use-worker-keys'
import { WorkerActs } from './worker-acts'
import { WorkerError } from './worker-error'
import { WorkerLog } from './worker-log'

/** Kept open beside the work: a key for each thing a worker reports. */
export function WorkerPanel({ watched }: { readonly watched: WatchedJob }) {
  const { job, ref } = watched
  const worker = useWorker(ref)
  const { pending, press, last } = worker
  const present = presentOf(watched, last, pending)
  const stuck = last?.post ?? null
  const [erring, setErring] = useState(false)
  const errorButton = useRef<HTMLButtonElement>(null)
  const ended = job?.phase === 'ended' && !worker.waiting
  const ending = pending.complete || ended
  const stage = nextStage(present.stage)
  const isQueued = job?.phase === 'queued' && !pending.start

  const acts = {
    start: isQueued && !ending ? () => press(() => ({ start: true })) : null,
    count: ending ? null : () => press(before => ({ processed: (before.processed ?? present.processed ?? 0) + 1 })),
    stage: ending || stage === null ? null : () => press(() => ({ stage })),
    error: ending ? null : () => setErring(true),
    done: ending ? null : () => void complete(),
  }
  const complete = async () => {
    const processedItems = present.processed ?? undefined
    const itemsLeft = itemsLeftBy(
      { transition: { kind: 'complete' }, ...(processedItems === undefined ? {} : { processedItems }) },
      job,
    )
    const agreed = await askFirst({
      title: 'Complete this job?',
      text: [
        ...(present.processed === null ? [] : [`${count(present.processed)} processed.`]),
        ...(itemsLeft === null ? [] : [cautionSentence('leaves-items', itemsLeft)]),
        cautionSentences['cannot-be-taken-back'],
      ].join(' '),
      act: 'Complete the job',
      danger: false,
    })
    if (agreed) press(() => ({ complete: true }))
  }
  useWorkerKeys(acts)

  return (
    <div className="mx-auto flex w-full max-w-xl flex-col gap-5 px-5 py-6">
      <section aria-label="How far" className="text-center">
        <p className="text-2xl font-semibold tracking-tight" role="status">
          {present.processed === null ? '–' : count(present.processed)}
          {job?.total !== null && job?.total !== undefined && job.total > 0 && (
            <span className="font-normal text-faint"> of {count(job.total)}</span>
          )}
        </p>
        <p className="text-soft">{present.stage ?? 'No stage yet'}</p>
      </section>
      {ended && job !== null ? (
        <p className="text-center text-soft">
          The job {outcomeVerb(job.outcome ?? 'unknown', job.status)}. There is nothing left to do here.
        </p>
      ) : (
        <WorkerActs acts={acts} nextStage={stage} errorButton={errorButton} />
      )}
      {erring && (
        <WorkerError
          onAdd={error => press(before => ({ errors: [...before.errors, error] }))}
          onClose={() => {
            setErring(false)
            errorButton.current?.focus()
          }}
        />
      )}
      {stuck !== null && standsStill(stuck) && (
        <PostStanding
          post={stuck}
          refusal={stuck.state === 'refused' ? stuck.fault : null}
          rest={stuck.fault?.kind === 'rejected' ? stuck.fault.complaints : []}
          onSendAgain={() => void attempt(window.jobtray.actOnPost(stuck.id, 'send-again'))}
        />
      )}
      <WorkerLog worker={worker} />
    </div>
  )
}
