import { switchOf } from '../../shared/notice-kinds'
import type { Settings } from '../../shared/settings'
import type { ConnectionView, NoticeView, WatchedJob } from '../../shared/snapshot'
import { heldUntil } from './hold'
import type { Told } from './told'

/** Older than this it is no news any more, ms. */
const freshMs = 24 * 3_600_000

export type Verdict =
  | { readonly kind: 'show' }
  | { readonly kind: 'hold' }
  /** Stays in the inbox; `isSeen`: and asks nobody for attention there. */
  | { readonly kind: 'keep'; readonly why: Told; readonly isSeen: boolean }

export type VerdictSource = {
  readonly watched: Pick<WatchedJob, 'muted' | 'job' | 'stalledSince'> | undefined
  readonly connection: Pick<ConnectionView, 'mutedKinds'> | undefined
  readonly settings: Settings
}

/** News of a job that runs is none when it has ended, which is told by itself, or when it moves again. */
function isOver({ kind }: NoticeView, watched: VerdictSource['watched']): boolean {
  if (watched?.job == null || kind === 'ended' || kind === 'connection' || kind === 'post') return false
  return watched.job.phase === 'ended' || (kind === 'stalled' && watched.stalledSince == null)
}

/** A person's choices: what is muted is over with, what is switched off still waits in the inbox to be seen. */
export function keptBack(notice: NoticeView, { watched, connection, settings }: VerdictSource): Verdict | null {
  const keep = (why: Told, isSeen: boolean): Verdict => ({ kind: 'keep', why, isSeen })
  const type = watched?.job?.jobType ?? null
  if (watched?.muted === true) return keep('the job is muted', true)
  if (type !== null && settings.mutedTypes.includes(type)) return keep('its type is muted', true)
  if (isOver(notice, watched)) return keep('no longer so', true)
  const name = switchOf(notice.kind, notice.outcome)
  if (connection?.mutedKinds?.includes(name) === true) return keep('switched off for the connection', false)
  return settings.notify[name] ? null : keep('switched off', false)
}

/** What is to be done with a notice that is in the ledger and has not been told. */
export function verdictOn(notice: NoticeView, source: VerdictSource, now: Date): Verdict {
  const kept = keptBack(notice, source)
  if (kept !== null) return kept
  if (now.getTime() - Date.parse(notice.at) > freshMs) return { kind: 'keep', why: 'expired', isSeen: false }
  return heldUntil(source.settings, now) === null ? { kind: 'show' } : { kind: 'hold' }
}
