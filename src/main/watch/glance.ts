import { familyOf } from '../../shared/family'
import { familyMark } from '../../shared/family-wording'
import { type JobRef, shortId } from '../../shared/job'
import { count, counted } from '../../shared/numbers'
import type { Banner, ConnectionView, NoticeView, WatchedJob } from '../../shared/snapshot'
import { timeOfDay } from '../../shared/snooze'
import { leftText } from '../../shared/speed-wording'
import { groupOf, unseenWorries } from '../../shared/standing'
import { type Troubles, troublesOf } from '../../shared/troubles'
import { glanceLine } from '../../shared/wording'
import { leading } from './leading'

/** Worst first: what is wrong outranks what is going on (running must not hide failed). */
export type GlanceState = 'failed' | 'attention' | 'offline' | 'acknowledged' | 'active' | 'idle'

export type GlanceLine = { readonly ref: JobRef; readonly text: string }

/** Everything the tray shows, as data. */
export type Glance = {
  readonly state: GlanceState
  readonly tooltip: string
  readonly active: readonly GlanceLine[]
  readonly moreActive: number
  readonly recent: readonly GlanceLine[]
  /** Jobs to which a report of progress may be posted. */
  readonly reportable: readonly GlanceLine[]
  readonly paused: boolean
  /** ISO; null: notifications are shown. */
  readonly snoozedUntil: string | null
}

export type GlanceSource = {
  readonly jobs: Iterable<WatchedJob>
  readonly find: (ref: JobRef) => WatchedJob | undefined
  readonly connections: readonly ConnectionView[]
  /** Newest first. */
  readonly notices: readonly NoticeView[]
  /** What the window says about the app itself; a person who never opens it should still learn that there is something. */
  readonly banners: readonly Banner[]
  readonly paused: boolean
  readonly snoozedUntil: string | null
}

/** A menu longer than this no longer fits a small screen; what is left out is counted. */
const mostActive = 25
const mostRecent = 5
const mostReportable = 10

export function glance(source: GlanceSource): Glance {
  const jobs = [...source.jobs].filter(watched => !watched.gone)
  const unseen = source.notices.filter(notice => !notice.seen)
  const worries = unseenWorries(unseen)
  const active = jobs.filter(goesOn)
  const troubles = troublesOf({ ...source, jobs }, worries)
  const stopped = new Set(source.connections.flatMap(({ id, fault }) => (fault === null ? [] : [id])))
  // A connection that is not asked at all says nothing about its server.
  const asked = active.filter(watched => !stopped.has(watched.ref.connectionId))
  const offline = asked.length > 0 && asked.every(watched => watched.fault?.fault.kind === 'unreachable')
  return {
    state: stateOf(unseen, troubles, offline, source.paused ? 0 : active.length),
    tooltip: tooltipOf(active, troubles, offline, source),
    active: leading(active, mostActive, byProgress).map(watched => lineOf(watched, source.find)),
    moreActive: Math.max(0, active.length - mostActive),
    recent: recentOf(jobs).map(watched => lineOf(watched, source.find)),
    reportable: reportableOf(active, source),
    paused: source.paused,
    snoozedUntil: source.snoozedUntil,
  }
}

const nothingUnseen: ReadonlySet<string> = new Set()

const goesOn = (watched: WatchedJob): boolean => groupOf(watched, nothingUnseen) === 'active'

function stateOf(
  unseen: readonly NoticeView[],
  { fresh, known }: Troubles,
  offline: boolean,
  active: number,
): GlanceState {
  if (unseen.some(notice => notice.outcome === 'failed')) return 'failed'
  if (fresh.size > 0) return 'attention'
  if (offline) return 'offline'
  if (known.size > 0) return 'acknowledged'
  return active > 0 ? 'active' : 'idle'
}

function tooltipOf(
  active: readonly WatchedJob[],
  { fresh, known }: Troubles,
  offline: boolean,
  { paused, snoozedUntil }: Pick<GlanceSource, 'paused' | 'snoozedUntil'>,
): string {
  const parts = [active.length === 0 ? 'No active jobs' : `${count(active.length)} active`]
  const stalled = active.filter(({ stalledSince, muted }) => stalledSince != null && muted !== true).length
  if (stalled > 0) parts.push(`${count(stalled)} stalled`)
  if (fresh.size > 0) parts.push(`${count(fresh.size)} ${fresh.size === 1 ? 'needs' : 'need'} attention`)
  if (known.size > 0) parts.push(`${counted(known.size, 'known trouble')}`)
  if (offline) parts.push('server unreachable')
  if (paused) parts.push('watching paused')
  if (snoozedUntil !== null) parts.push(`notifications snoozed until ${timeOfDay(snoozedUntil)}`)
  return parts.join(', ')
}

/** Only MerchantOps takes reports, and only with a key that nothing speaks against. */
function reportableOf(active: readonly WatchedJob[], { connections, find }: GlanceSource): readonly GlanceLine[] {
  const open = new Set(
    connections.flatMap(({ id, vendor, fault, writeFault }) =>
      vendor === 'merchantops' && fault === null && writeFault === undefined ? [id] : [],
    ),
  )
  const fit = active.filter(({ ref, job }) => job !== null && open.has(ref.connectionId))
  return leading(fit, mostReportable, byProgress).map(watched => lineOf(watched, find))
}

/** With the worst of what the job has set off, and what stands in the way of seeing it. */
function lineOf(watched: WatchedJob, find: GlanceSource['find']): GlanceLine {
  const { ref, job, fault, speed, seenAt } = watched
  const trouble = fault === null ? '' : fault.fault.kind === 'not-found' ? ' · not found' : ' · not reached'
  const what =
    job === null ? `${shortId(ref.jobId)} · ${fault === null ? 'first look…' : 'not seen yet'}` : glanceLine(job)
  const left = fault === null && speed != null && seenAt !== null ? leftText(speed, new Date(seenAt).getTime()) : ''
  const mark = familyMark(familyOf(watched, find))
  const worst = mark === null || mark.outcome === null ? '' : ` · ${mark.text}`
  return { ref, text: `${what}${left === '' ? '' : ` · ${left}`}${worst}${trouble}` }
}

/** Furthest along first; those without a figure last; ties in the order of adding, so that lines do not jump. */
function byProgress(a: WatchedJob, b: WatchedJob): number {
  const difference = (b.job?.percent.value ?? -1) - (a.job?.percent.value ?? -1)
  return difference === 0 ? compareText(a.addedAt, b.addedAt) : difference
}

/** The newest endings. */
function recentOf(jobs: readonly WatchedJob[]): readonly WatchedJob[] {
  const ended = jobs.filter(({ endedSeenAt, job }) => endedSeenAt !== null && job?.phase === 'ended')
  return leading(ended, mostRecent, (a, b) => compareText(endOf(b), endOf(a)))
}

/** ISO times and the like; with thousands of them the locale's own order costs too much. */
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const endOf = (watched: WatchedJob): string => watched.endedSeenAt ?? ''
