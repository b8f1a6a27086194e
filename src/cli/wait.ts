import type { StandingFault } from '../shared/fault'
import { type JobRef, type Outcome, shortId } from '../shared/job'
import { checkJobId } from '../shared/job-id'
import type { WatchedJob } from '../shared/snapshot'
import { countsSentence, faultSentence, glanceLine, jobTypeName, outcomeVerb } from '../shared/wording'
import { type Ask, CommandError } from './ask'
import { connectionNamed, type Out } from './commands'
import { json, printable } from './printable'

/** 5 also for an ending whose word nobody knows. */
export const outcomeCodes: Readonly<Record<Outcome, number>> = {
  succeeded: 0,
  warned: 2,
  partial: 3,
  failed: 4,
  cancelled: 5,
  unknown: 5,
}

export type WaitOptions = {
  readonly asJson: boolean
  /** Null: for ever. */
  readonly timeoutMs: number | null
  /** Ms that never jump. */
  readonly now: () => number
  readonly pause: (ms: number) => Promise<void>
  /** Takes each line that replaces the one before; null when nobody sees it. */
  readonly progress: Out | null
}

const lookEveryMs = 300

type Step =
  | { readonly kind: 'ended'; readonly outcome: Outcome; readonly line: string }
  | { readonly kind: 'hopeless'; readonly why: string }
  | { readonly kind: 'going'; readonly line: string }

/** Trouble that waiting does not mend; all other trouble may pass. */
const needsAPerson: ReadonlySet<string> = new Set(['unauthorized', 'no-key', 'forbidden', 'rejected', 'moved'])

/** What waiting for a job has come to. Not seeing a job is never its ending (architecture rule 1). */
export function stepOf(watched: WatchedJob | null, connectionFault: StandingFault | null): Step {
  if (watched === null) return { kind: 'hopeless', why: 'The job is not watched any more.' }
  const { job, gone } = watched
  if (job?.phase === 'ended') {
    const outcome = job.outcome ?? 'unknown'
    const counts = countsSentence(job)
    const what = `${jobTypeName(job.jobType)} ${outcomeVerb(outcome, job.status)}`
    // The one sentence an engineer wants when the worker died.
    const reason = job.errorMessage === null ? '' : `. ${job.errorMessage}`
    return { kind: 'ended', outcome, line: `${counts === '' ? what : `${what}: ${counts}`}${reason}` }
  }
  const standing = connectionFault ?? watched.fault
  const isLost = gone || (job === null && standing?.fault.kind === 'not-found')
  if (standing !== null && (isLost || needsAPerson.has(standing.fault.kind))) {
    return { kind: 'hopeless', why: faultSentence(standing.fault) }
  }
  const trouble = standing === null ? '' : ` · ${faultSentence(standing.fault)}`
  return { kind: 'going', line: `${job === null ? shortId(watched.ref.jobId) : glanceLine(job)}${trouble}` }
}

/** Watches the job if it is not watched, and gives back the exit code once it has ended. */
export async function wait(ask: Ask, out: Out, name: string, id: string, options: WaitOptions): Promise<number> {
  const { now, pause, progress, timeoutMs } = options
  const from = now()
  const snapshot = await ask('state:read')
  const connection = connectionNamed(snapshot, name)
  const checked = checkJobId(connection.vendor, id)
  if (!checked.ok) throw new CommandError(checked.why, 64)
  if (snapshot.settings.paused) throw new CommandError('Watching is paused. Go on with it in the tray, then wait.', 1)
  const ref: JobRef = { connectionId: connection.id, jobId: checked.jobId }
  await ask('jobs:watch', ref.connectionId, JSON.stringify([ref.jobId]))
  for (;;) {
    const { watched, connectionFault } = await ask('jobs:read', ref)
    const step = stepOf(watched, connectionFault)
    if (step.kind === 'hopeless') throw new CommandError(printable(step.why, 500), 1)
    if (step.kind === 'ended') {
      const code = outcomeCodes[step.outcome]
      out(
        options.asJson
          ? json({ jobId: ref.jobId, outcome: step.outcome, exitCode: code, job: watched?.job })
          : printable(step.line, 500),
      )
      return code
    }
    progress?.(printable(step.line, 200))
    const left = timeoutMs === null ? lookEveryMs : timeoutMs - (now() - from)
    if (left <= 0) throw new CommandError(`The time is over; the job has not ended. ${printable(step.line, 200)}`, 124)
    await pause(Math.min(lookEveryMs, left))
  }
}
