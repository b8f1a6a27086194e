import { type Family, familyOf } from '../../shared/family'
import { familyNotice } from '../../shared/family-notice'
import { watchedMembers } from '../../shared/family-wording'
import { type JobRef, refKey } from '../../shared/job'
import type { ConnectionView, WatchedJob } from '../../shared/snapshot'
import { rootOf } from './family'
import { holdEnds, withHold } from './hold'
import { type NoticeDraft, noticesFor } from './notices'

/** The endings that are free to be told, to be written down in one piece. */
export type Release = {
  /** No longer held. */
  readonly jobs: readonly WatchedJob[]
  readonly drafts: readonly NoticeDraft[]
  /** Told by the word for the whole: kept, and not shown for themselves. */
  readonly covered: readonly NoticeDraft[]
}

export type HoldWorld = {
  readonly jobs: Iterable<WatchedJob>
  readonly find: (ref: JobRef) => WatchedJob | undefined
  readonly connection: (id: string) => Pick<ConnectionView, 'name' | 'fault'> | undefined
  /** Whether a family's first job will say the word for the whole. */
  readonly speaks: (root: WatchedJob) => boolean
  /** Wall ms. */
  readonly now: number
  /** An ending carries the server's own sentence. */
  readonly withReason: boolean
}

/** Some endings of one family that are held; `root` is its first job, whose word may stand for all of them. */
type Group = { readonly family: Family; readonly list: readonly WatchedJob[] }

/** What of all that is held may be told now, and when to ask again, wall ms; Infinity: when something has changed. */
export function releasable(world: HoldWorld): { readonly release: Release; readonly askAgainAt: number } {
  const [jobs, drafts, covered]: [WatchedJob[], NoticeDraft[], NoticeDraft[]] = [[], [], []]
  let askAgainAt = Number.POSITIVE_INFINITY
  for (const group of groupsOf(world)) {
    const ends = endOf(group, world)
    if (ends > world.now) askAgainAt = Math.min(askAgainAt, ends)
    else {
      const told = tell(group, world)
      jobs.push(...group.list.map(watched => withHold(watched, null)))
      drafts.push(...told.drafts)
      covered.push(...told.covered)
    }
  }
  return { release: { jobs, drafts, covered }, askAgainAt }
}

function groupsOf({ jobs, find }: HoldWorld): readonly Group[] {
  const groups = new Map<string, { family: Family; list: WatchedJob[] }>()
  for (const watched of jobs) {
    if (watched.heldSince == null) continue
    const family = familyAround(watched, find)
    const key = refKey(family.root.ref)
    const group = groups.get(key) ?? { family, list: [] }
    groups.set(key, group)
    group.list.push(watched)
  }
  return [...groups.values()]
}

/** Of the first job, as long as that one still leads to this; else its own. */
function familyAround(watched: WatchedJob, find: HoldWorld['find']): Family {
  const family = familyOf(rootOf(watched, find), find)
  const isIn = [family.root, ...family.members].some(({ ref }) => refKey(ref) === refKey(watched.ref))
  return isIn ? family : familyOf(watched, find)
}

function endOf({ family, list }: Group, { speaks, connection, now }: HoldWorld): number {
  const { root } = family
  if (!speaks(root)) return now
  const faultSince = connection(root.ref.connectionId)?.fault?.since ?? null
  const since = root.heldSince == null ? list.map(({ heldSince }) => heldSince ?? '') : [root.heldSince]
  return Math.min(...since.map(moment => holdEnds(moment, family, faultSince, now)))
}

/** One word for the whole when the first job's own ending is among them; else each for itself. */
function tell({ family, list }: Group, { connection, withReason }: HoldWorld): Omit<Release, 'jobs'> {
  const { root } = family
  const name = connection(root.ref.connectionId)?.name ?? ''
  const own = list.flatMap(watched => endingDraft(watched, name, withReason) ?? [])
  const rootDraft =
    root.heldSince == null || watchedMembers(family).length === 0 ? null : endingDraft(root, name, false)
  if (rootDraft === null) return { drafts: own, covered: [] }
  return {
    drafts: [{ ...rootDraft, ...familyNotice(family, name, new Set(list.map(({ ref }) => refKey(ref)))) }],
    covered: own.filter(({ key }) => key !== rootDraft.key),
  }
}

/** The notice of the ending that a job stands at; null when it has not ended. */
export function endingDraft(watched: WatchedJob, connectionName: string, withReason: boolean): NoticeDraft | null {
  const { job } = watched
  if (job === null || job.outcome === null) return null
  const change = { kind: 'ended', outcome: job.outcome, epoch: job.epoch } as const
  return noticesFor([change], watched, connectionName, withReason)[0] ?? null
}
