import { type Job, type JobRef, refKey } from '../../shared/job'
import type { Settings } from '../../shared/settings'
import type { WatchedJob } from '../../shared/snapshot'
import type { Board } from './board'
import type { Clock } from './clock'
import { mostFollowed, newlyNamed, tellsOfBirths } from './family'

export type FollowerPorts = {
  readonly board: Pick<Board, 'job' | 'jobs' | 'settings'>
  readonly clock: Clock
  /** A person has taken it off the list. */
  readonly isUnwanted: (ref: JobRef) => boolean
  /** Puts jobs on the list and begins to look at them. */
  readonly take: (list: readonly WatchedJob[]) => void
}

/** Finds the jobs that watched jobs name (api-notes E37), as long as a person wants that. */
export function createFollower({ board, clock, isUnwanted, take }: FollowerPorts) {
  let follows = board.settings().followFamilies
  const room = (): number => {
    let followed = 0
    for (const { origin } of board.jobs()) if (origin === 'linked') followed += 1
    return mostFollowed - followed
  }
  const wanted = (list: readonly WatchedJob[]) => list.filter(({ ref }) => !isUnwanted(ref))

  const foundAnywhere = (): readonly WatchedJob[] => {
    const found = new Map<string, WatchedJob>()
    const [all, at, known] = [room(), clock.wall(), new Set<string>()]
    for (const parent of board.jobs()) {
      const naming = { parent, known, find: board.job, room: all - found.size, at, isNews: false }
      for (const child of wanted(newlyNamed(naming))) found.set(refKey(child.ref), child)
    }
    return [...found.values()]
  }

  return {
    /** What an answer names for the first time; to be put on the list with it. */
    found(before: WatchedJob, parent: WatchedJob): readonly WatchedJob[] {
      if (!board.settings().followFamilies || !hasOtherLinks(before.job, parent.job)) return []
      const known = new Set(before.job?.links.map(({ jobId }) => jobId))
      const isNews = tellsOfBirths(before)
      // It may have ended in the hours in which its parent could not be seen either.
      const newsSince = before.newsSince ?? before.addedAt
      return wanted(newlyNamed({ parent, known, find: board.job, room: room(), at: clock.wall(), isNews, newsSince }))
    },
    /** Switched on, it finds what the whole list names already; none of that is news. */
    apply({ followFamilies }: Settings): void {
      if (followFamilies && !follows) take(foundAnywhere())
      follows = followFamilies
    },
  }
}

const hasOtherLinks = (before: Job | null, after: Job | null): boolean =>
  after !== null && after.links.length > 0 && JSON.stringify(before?.links) !== JSON.stringify(after.links)

export type Follower = ReturnType<typeof createFollower>
