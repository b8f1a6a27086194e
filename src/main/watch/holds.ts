import { familyOf } from '../../shared/family'
import { watchedMembers } from '../../shared/family-wording'
import { refKey } from '../../shared/job'
import type { NoticeView, WatchedJob } from '../../shared/snapshot'
import type { Board } from './board'
import type { Change } from './changes'
import type { Clock } from './clock'
import { rootOf } from './family'
import { type Gated, gate, willSpeak } from './hold'
import type { NoticeDraft } from './notices'
import { endingDraft, type Release, releasable } from './releases'

/** What was written down of a release: what is to be shown, and what the word for the whole stands for. */
export type Released = { readonly told: readonly NoticeView[]; readonly covered: readonly NoticeView[] }

export type HoldPorts = {
  readonly board: Board
  readonly clock: Clock
  readonly log: { readonly release: (release: Release, at: Date) => Released }
  readonly announce: (notices: readonly NoticeView[]) => void
  readonly trouble: (where: string, error: unknown) => void
}

/** Endings that were held and must be told now. */
type Overdue = { readonly overdue: readonly NoticeDraft[] }

/** Ms until a release that the disk refused is tried again. */
const againMs = 5_000
/** A longer timer would fire at once in Node; ms. */
const longestWaitMs = 3_600_000

/** Holds *finished* back until a family has settled, and then says one word for the whole (settings.holdForFamily). */
export function createHolds({ board, clock, log, announce, trouble }: HoldPorts) {
  let cancel: (() => void) | null = null

  /** A job that tells nothing has no word for others either. */
  const isSilent = ({ muted, job }: WatchedJob): boolean =>
    muted === true || (job?.jobType != null && board.settings().mutedTypes.includes(job.jobType))
  const speaks = (root: WatchedJob): boolean => board.settings().holdForFamily && willSpeak(root) && !isSilent(root)

  const waits = (watched: WatchedJob): boolean => {
    const root = rootOf(watched, board.job)
    if (refKey(root.ref) !== refKey(watched.ref)) return speaks(root)
    if (!board.settings().holdForFamily || isSilent(watched)) return false
    return watchedMembers(familyOf(watched, board.job)).length > 0
  }

  const tell = (release: Release) => {
    if (release.jobs.length === 0) return
    const { told, covered } = log.release(release, clock.wall())
    board.putJobs(release.jobs)
    board.addNotices([...covered, ...told])
    announce(told)
  }

  const check = () => {
    cancel?.()
    cancel = null
    const now = clock.wall().getTime()
    let wait = againMs
    try {
      const { release, askAgainAt } = releasable({
        jobs: board.jobs(),
        find: board.job,
        connection: board.connection,
        speaks,
        now,
        withReason: board.settings().tellReasons,
      })
      tell(release)
      wait = askAgainAt - now
    } catch (error) {
      trouble('holding', error)
    }
    if (Number.isFinite(wait)) cancel = clock.after(Math.min(wait, longestWaitMs), check)
  }

  return {
    /** What of a look may be told now. The job itself need not be on the board yet, those that it names must be. */
    gate(before: WatchedJob, after: WatchedJob, changes: readonly Change[]): Gated & Overdue {
      const hasEnding = changes.some(({ kind }) => kind === 'ended')
      const gated = gate(before, after, changes, hasEnding && waits(after), clock.wall())
      const name = board.connection(after.ref.connectionId)?.name ?? ''
      const { overtaken } = gated
      const overdue = overtaken === null ? null : endingDraft(overtaken, name, board.settings().tellReasons)
      return { ...gated, overdue: overdue === null ? [] : [overdue] }
    },
    /** Tells what an earlier run held and is free now, and goes on from there. Gives back the way to stop. */
    start(): () => void {
      check()
      const unsubscribe = board.subscribe(delta => {
        const concerns = delta.jobs ?? delta.forgotten ?? delta.settings ?? delta.connections
        if (concerns !== undefined) check()
      })
      return () => {
        unsubscribe()
        cancel?.()
      }
    },
  }
}

export type Holds = ReturnType<typeof createHolds>
