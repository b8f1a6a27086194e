import type { Counts, Phase } from './job'

/** What was known of a job from one moment on, until the next entry. */
export type TimelineEntry = Counts & {
  /** When it was seen, ISO. */
  readonly at: string
  /** Nobody looked between then, ISO, and `at`: Jobtray was off or asleep, or there was trouble; null: we were looking. */
  readonly unseenSince: string | null
  /** Grows when an ended job runs again. */
  readonly epoch: number
  /** The server's own word. */
  readonly status: string
  readonly phase: Phase
  readonly stage: string | null
  readonly message: string | null
  /** 0-100; null when nobody could say. */
  readonly percent: number | null
}

/** A stretch in one stage (or, without stages, in one status). A stage that comes again is a stretch of its own. */
export type StageStretch = {
  readonly stage: string | null
  readonly status: string
  readonly phase: Phase
  readonly epoch: number
  /** When it was first seen in it, ISO. */
  readonly from: string
  /** When it was first seen in another, ISO; null: it is in it still. */
  readonly to: string | null
  /** From `from` to `to` or now. */
  readonly seconds: number
  /** Of those, while nobody looked: the true bounds lie somewhere in them. */
  readonly unseenSeconds: number
  /** It was in this stage already when it was first seen. */
  readonly beganBefore: boolean
}

export type Timeline = {
  /** Oldest first; few enough to draw each: what lies between two kept ones was thinned. */
  readonly entries: readonly TimelineEntry[]
  /** Oldest first; the end of the job is none. */
  readonly stages: readonly StageStretch[]
  /** When nobody looked; `to` null: nobody does now. */
  readonly gaps: readonly { readonly from: string; readonly to: string | null }[]
}

export const noTimeline: Timeline = { entries: [], stages: [], gaps: [] }

type Gap = Timeline['gaps'][number]

const msOf = (iso: string): number => new Date(iso).getTime()
const secondsBetween = (from: number, to: number): number => Math.max(0, Math.round((to - from) / 1_000))

/** `unseenSince`, ISO: nobody has been able to look since then; null: all is well, or the job has ended. `now` in ms since 1970. */
export function timelineOf(entries: readonly TimelineEntry[], unseenSince: string | null, now: number): Timeline {
  const past = entries.flatMap(({ at, unseenSince: from }): Gap[] => (from === null ? [] : [{ from, to: at }]))
  const gaps = unseenSince === null ? past : [...past, { from: unseenSince, to: null }]
  const firsts = entries.filter((entry, index) => index === 0 || isOtherStretch(entries[index - 1], entry))
  const stages = firsts.flatMap((first, index): StageStretch[] => {
    if (first.phase === 'ended') return []
    const to = firsts[index + 1]?.at ?? null
    const [start, end] = [msOf(first.at), to === null ? now : msOf(to)]
    const { stage, status, phase, epoch, at: from } = first
    return [
      {
        ...{ stage, status, phase, epoch, from, to },
        seconds: secondsBetween(start, end),
        unseenSeconds: gaps.reduce((sum, gap) => sum + overlap(gap, start, end), 0),
        beganBefore: index === 0 && phase !== 'queued',
      },
    ]
  })
  return { entries, stages, gaps }
}

const overlap = ({ from, to }: Gap, start: number, end: number): number =>
  secondsBetween(Math.max(start, msOf(from)), Math.min(end, to === null ? end : msOf(to)))

/** The status matters only where no stage tells more. */
export function isOtherStretch(before: TimelineEntry | undefined, entry: TimelineEntry): boolean {
  if (before === undefined || before.epoch !== entry.epoch || before.phase !== entry.phase) return true
  return before.stage !== entry.stage || (entry.stage === null && before.status !== entry.status)
}
