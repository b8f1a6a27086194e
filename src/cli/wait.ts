import type { Family, Member } from '../shared/family'
import type { JobRef, Outcome } from '../shared/job'
import { checkJobId } from '../shared/job-id'
import type { WatchedJob } from '../shared/snapshot'
import { type Ask, CommandError } from './ask'
import { connectionNamed, type Out } from './commands'
import { firstDoubt, isHardlyLookedAt, longestLookMs, lookOnce, withDoubt } from './look-once'
import { meantJob } from './meant'
import { asWord, keyHint } from './named'
import { json, printable } from './printable'
import { timeIsOver } from './time-is-over'
import { familyReader, familyStep, unfinished } from './wait-family'
import { stepOf } from './wait-step'

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
  /** All that the job has set off is waited for as well, and the worst counts. */
  readonly family: boolean
  /** Null: for ever. */
  readonly timeoutMs: number | null
  /** Ms that never jump. */
  readonly now: () => number
  readonly pause: (ms: number) => Promise<void>
  /** Takes each line that replaces the one before; null when nobody sees it. */
  readonly progress: Out | null
}

const lookEveryMs = 300

const memberForScripts = ({ ref, standing, watched }: Member) => ({
  jobId: ref.jobId,
  standing,
  outcome: watched?.job?.outcome ?? null,
})

/** What waiting has come to, also when the time is over: then the outcome is null. */
type CameTo = { readonly outcome: Outcome | null; readonly exitCode: number; readonly unconfirmed: string | null }

const forScripts = ({ jobId }: JobRef, watched: WatchedJob | null, family: Family | null, cameTo: CameTo): string => {
  const { outcome, exitCode, unconfirmed } = cameTo
  const seen = { seenAt: watched?.seenAt ?? null, unconfirmed, job: watched?.job ?? null }
  return json({ jobId, outcome, exitCode, ...seen, family: family?.members.map(memberForScripts) ?? [] })
}

/** What of the job, or of its family, is hardly looked at any more. */
async function seldomSeen(ask: Ask, ref: JobRef, withFamily: boolean): Promise<readonly WatchedJob[]> {
  const { watched } = await ask('jobs:read', ref)
  const family = withFamily ? await ask('jobs:read-family', ref) : null
  return [watched, ...(family?.members.map(member => member.watched) ?? [])].filter(isHardlyLookedAt)
}

const timeLeft = ({ now, timeoutMs }: WaitOptions, from: number): number =>
  timeoutMs === null ? longestLookMs : Math.min(longestLookMs, timeoutMs - (now() - from))

/** Watches the job if it is not watched, and gives back the exit code once it has ended. */
export async function wait(ask: Ask, out: Out, name: string, id: string, options: WaitOptions): Promise<number> {
  const { now, pause, progress, timeoutMs } = options
  const from = now()
  const snapshot = await ask('state:read')
  const connection = connectionNamed(snapshot, name)
  const checked = checkJobId(connection.vendor, id)
  if (!checked.ok) throw new CommandError(`${checked.why}${meantJob(snapshot.jobs, connection.id, id)}`, 64)
  if (snapshot.settings.paused) throw new CommandError('Watching is paused. Go on with jobtray resume, then wait.', 1)
  if (connection.paused) {
    throw new CommandError(
      `${printable(connection.name)} is paused. Go on with jobtray resume ${asWord(connection.name)}, then wait.`,
      1,
    )
  }
  const ref: JobRef = { connectionId: connection.id, jobId: checked.jobId }
  const { added } = await ask('jobs:watch', ref.connectionId, JSON.stringify([ref.jobId]))
  const readFamily = familyReader(ask, ref)
  const unconfirmed = await lookOnce(ask, await seldomSeen(ask, ref, options.family), options, timeLeft(options, from))
  for (;;) {
    const standing = await ask('jobs:read', ref)
    const { watched, connectionFault } = standing
    const whole = options.family ? await readFamily() : null
    const step = options.family ? familyStep(whole, connectionFault) : stepOf(watched, connectionFault)
    if (step.kind === 'hopeless') {
      // A slip of the pen: what nobody ever saw, and only this command asked for, is not left on the list.
      if (added.length > 0 && watched?.job === null && watched.fault?.fault.kind === 'not-found') {
        await ask('jobs:forget', [ref])
      }
      const kind = (connectionFault ?? watched?.fault)?.fault.kind
      const meant = kind === 'not-found' ? meantJob(snapshot.jobs, ref.connectionId, ref.jobId) : ''
      throw new CommandError(printable(`${step.why}${keyHint(kind, connection.name)}${meant}`, 500), 1)
    }
    if (step.kind === 'ended') {
      const code = outcomeCodes[step.outcome]
      const family = whole ?? (await ask('jobs:read-family', ref))
      const { outcome } = step
      const doubt = firstDoubt([ref, ...(whole?.members.map(member => member.ref) ?? [])], unconfirmed)
      if (options.asJson) out(forScripts(ref, watched, family, { outcome, exitCode: code, unconfirmed: doubt ?? null }))
      else out(printable(withDoubt(`${step.line}${whole === null ? unfinished(family) : ''}`, doubt), 800))
      return code
    }
    progress?.(printable(`${standing.paused ? 'Paused · ' : ''}${step.line}`, 200))
    const left = timeoutMs === null ? lookEveryMs : timeoutMs - (now() - from)
    if (left <= 0) {
      const over = { outcome: null, exitCode: 124, unconfirmed: null }
      if (options.asJson) out(forScripts(ref, watched, whole ?? (await ask('jobs:read-family', ref)), over))
      throw new CommandError(printable(timeIsOver(standing, whole, step.line), 500), 124)
    }
    await pause(Math.min(lookEveryMs, left))
  }
}
