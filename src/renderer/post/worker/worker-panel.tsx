import { useRef, useState } from 'react'
import { mostProcessed } from '../../../shared/items-left'
import { count } from '../../../shared/numbers'
import type { WatchedJob } from '../../../shared/snapshot'
import { outcomeVerb } from '../../../shared/wording'
import { attempt } from '../../state/attempt'
import { nextStage } from '../forms/stages'
import { PostStanding } from '../post-standing'
import { askToComplete, askToFail } from './ask-before-end'
import { type BegunForm, createBegunForms } from './begun-forms'
import { OtherWorker } from './other-worker'
import { presentOf } from './present'
import { useCourses } from './use-courses'
import { useWorker } from './use-worker'
import { useWorkerKeys } from './use-worker-keys'
import { WorkerActs } from './worker-acts'
import { WorkerError } from './worker-error'
import { WorkerFail } from './worker-fail'
import { WorkerLog } from './worker-log'
import { hasRoom } from './worker-state'

const begunForms = createBegunForms()

/** Kept open beside the work: a key for each thing a worker reports. */
export function WorkerPanel({ watched }: { readonly watched: WatchedJob }) {
  const { job, ref } = watched
  const worker = useWorker(ref)
  const { pending, press, posted, stuck } = worker
  const present = presentOf(watched, posted, pending)
  const [form, setForm] = useState(() => begunForms.of(ref))
  const change = (next: BegunForm | null) => {
    begunForms.keep(ref, next)
    setForm(next)
  }
  const begin = (next: BegunForm) => form?.kind !== next.kind && change(next)
  const errorButton = useRef<HTMLButtonElement>(null)
  const failButton = useRef<HTMLButtonElement>(null)
  const ended = job?.phase === 'ended' && !worker.waiting
  const ending = pending.complete || pending.failure !== null || ended
  const courses = useCourses(ref, job?.jobType ?? null)
  const stage = nextStage(present.stage, courses)
  const isQueued = job?.phase === 'queued' && !pending.start

  const total = job?.total ?? null
  const reached = (present.processed ?? 0) + (present.failed ?? 0)
  const toTotal = () => press(() => ({ processed: mostProcessed(total ?? 0, present.failed) }))
  const countOn = (step: number) =>
    press(before => ({ processed: (before.processed ?? present.processed ?? 0) + step }))
  const acts = {
    start: isQueued && !ending ? () => press(() => ({ start: true })) : null,
    count: ending ? null : () => countOn(1),
    stage: ending || stage === null ? null : () => press(() => ({ stage })),
    error: ending ? null : () => begin({ kind: 'error', typed: null }),
    done: ending ? null : () => void complete(),
    fail: ending ? null : () => begin({ kind: 'fail', why: '' }),
  }
  const complete = async () => {
    if (await askToComplete(present.processed, job)) press(() => ({ complete: true }))
  }
  const fail = async (failure: string) => {
    if (!(await askToFail())) return
    change(null)
    press(() => ({ failure }))
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
        {present.failed !== null && present.failed > 0 && <p className="text-bad">{count(present.failed)} failed</p>}
        <p className="text-soft">{present.stage ?? 'No stage yet'}</p>
      </section>
      {ended && job !== null ? (
        <p className="text-center text-soft">
          The job {outcomeVerb(job.outcome ?? 'unknown', job.status)}. There is nothing left to do here.
        </p>
      ) : (
        <>
          <OtherWorker jobRef={ref} />
          <WorkerActs
            acts={acts}
            nextStage={stage}
            more={step => (ending || !hasRoom(step, reached, total) ? null : () => countOn(step))}
            toTotal={ending || total === null || reached >= total ? null : toTotal}
            errorButton={errorButton}
            failButton={failButton}
          />
        </>
      )}
      {form?.kind === 'error' && (
        <WorkerError
          begun={form.typed}
          onTyped={typed => change({ kind: 'error', typed })}
          onAdd={error => press(before => ({ errors: [...before.errors, error] }))}
          onClose={() => {
            change(null)
            errorButton.current?.focus()
          }}
        />
      )}
      {form?.kind === 'fail' && !ending && (
        <WorkerFail
          begun={form.why}
          onTyped={why => change({ kind: 'fail', why })}
          onFail={why => void fail(why)}
          onClose={() => {
            change(null)
            failButton.current?.focus()
          }}
        />
      )}
      {stuck !== null && (
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
