import { type Job, type JobRef, refKey } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import type { Clock } from './clock'

/** What is known of how a job moves. Times by the monotonic clock: sleep of the computer is not the job standing still. */
export type Motion = {
  readonly movedAt: number
  /** The same moment for a person to read, ISO. */
  readonly movedAtWall: string
  /** Ms between two moves, smoothed, and of how many gaps. */
  readonly gap: number
  readonly gaps: number
}

/**
 * A usual job's stage is read at every third look, which may be three minutes apart: a light look waits for that, by so
 * large a part of the ten, before it says that nothing moves. Of a job too large to be read often it says so nevertheless.
 */
const untilWhole = 0.4
const timesUsual = 8
/** How much of the usual the newest gap makes up. */
const newest = 0.3
/** Fewer make no habit. */
const fewestGaps = 3

export function moved(before: Motion | null, now: number, wall: string): Motion {
  if (before === null) return { movedAt: now, movedAtWall: wall, gap: 0, gaps: 0 }
  const gap = now - before.movedAt
  const smoothed = before.gaps === 0 ? gap : before.gap * (1 - newest) + gap * newest
  return { movedAt: now, movedAtWall: wall, gap: smoothed, gaps: before.gaps + 1 }
}

/** Ms without a move after which a job counts as stalled (issue 5). */
export const stallsAfter = ({ gap, gaps }: Motion, baseMs: number): number =>
  gaps < fewestGaps ? baseMs : Math.max(baseMs, gap * timesUsual)

/** Everything by which an answer can show that something moves; with the percentage. */
const traces = [
  'epoch',
  'status',
  'stage',
  'lastMessage',
  'progressSent',
  'gridItemsCount',
  'total',
  'processed',
  'failed',
  'warned',
  'errorsListed',
  'warningsListed',
] as const satisfies readonly (keyof Job)[]

const isSame = (then: Job, now: Job): boolean =>
  traces.every(name => then[name] === now[name]) && then.percent.value === now.percent.value

/** Some Retailgrid jobs tell nothing until their end (api-notes E17): what can't move can't stand still either. */
const showsNothing = ({ percent, progressSent, processed, total, stage, lastMessage }: Job): boolean =>
  [percent.value, progressSent, processed, total, stage, lastMessage].every(value => value === null)

/** Marks jobs that stand still, from good looks alone: a job that cannot be seen is not a job that does not move. */
export function createStalls(clock: Clock, baseMs: number) {
  const motions = new Map<string, Motion>()

  return {
    /**
     * To be called with what each good look left; gives it back with `stalledSince` set or cleared. `whole`: it was not
     * the light status alone, which shows neither stage nor message.
     */
    judge(before: WatchedJob, after: WatchedJob, whole = true): WatchedJob {
      const key = refKey(after.ref)
      const { job } = after
      if (job?.phase !== 'running' || after.gone || showsNothing(job)) {
        motions.delete(key)
        return withStall(after, null)
      }
      const known = motions.get(key) ?? null
      const isStill = before.job !== null && isSame(before.job, job)
      if (known === null || !isStill) {
        const motion = moved(isStill ? null : known, clock.monotonic(), clock.wall().toISOString())
        motions.set(key, motion)
        // Stalled when the app was last stopped, and it has not moved since: that is no other stall.
        return isStill ? after : withStall(after, null)
      }
      if (after.stalledSince != null) return after
      const needed = stallsAfter(known, baseMs) + (whole ? 0 : baseMs * untilWhole)
      const isStalled = clock.monotonic() - known.movedAt >= needed
      return isStalled ? withStall(after, known.movedAtWall) : after
    },
    forget(ref: JobRef): void {
      motions.delete(refKey(ref))
    },
  }
}

/** Leaves an entry that never stalled as it was, for it is compared with what is on the disk. */
const withStall = (watched: WatchedJob, stalledSince: string | null): WatchedJob =>
  (watched.stalledSince ?? null) === stalledSince ? watched : { ...watched, stalledSince }
