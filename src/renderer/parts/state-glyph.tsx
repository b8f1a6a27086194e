import type { Outcome } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import { stateName } from '../../shared/wording'
import { cx } from './class-names'
import { shapes } from './glyph-shapes'

export type GlyphName = 'listed' | 'first-look' | 'queued' | 'running' | 'odd' | 'gone' | Exclude<Outcome, 'unknown'>

const tints: Readonly<Record<GlyphName, string>> = {
  listed: 'text-faint',
  'first-look': 'text-faint',
  queued: 'text-faint',
  running: 'text-accent',
  odd: 'text-soft',
  gone: 'text-faint',
  succeeded: 'text-good',
  warned: 'text-warn',
  partial: 'text-part',
  failed: 'text-bad',
  cancelled: 'text-soft',
}

export function glyphOf({ job, gone }: Pick<WatchedJob, 'job' | 'gone'>): GlyphName {
  if (job === null) return gone ? 'gone' : 'first-look'
  if (job.outcome !== null) return job.outcome === 'unknown' ? 'odd' : job.outcome
  if (gone) return 'gone'
  return job.phase === 'running' ? 'running' : job.phase === 'queued' ? 'queued' : 'odd'
}

type Size = 'size-2.5' | 'size-3.5' | 'size-4' | 'size-5'
type GlyphProps = {
  readonly name: GlyphName
  readonly percent?: number | null
  readonly size?: Size
  readonly className?: string
}

/** The mere drawing: each state has its own outline, so that it can be told without colour. */
export const Glyph = ({ name, percent = null, size = 'size-4', className }: GlyphProps) => (
  <svg viewBox="0 0 16 16" aria-hidden="true" className={cx('shrink-0', size, tints[name], className)}>
    {shapes[name](percent)}
  </svg>
)

type StateGlyphProps = { readonly watched: WatchedJob; readonly size?: Size; readonly className?: string }

/** The glyph of a job, with its state as a word for screen readers. */
export function StateGlyph({ watched, size = 'size-4', className = '' }: StateGlyphProps) {
  const { job, gone } = watched
  const word = job === null ? (gone ? 'Gone from the server' : 'Not seen yet') : stateName(job)
  return (
    <>
      <Glyph name={glyphOf(watched)} percent={job?.percent.value ?? null} size={size} className={className} />
      <span className="sr-only">{word}</span>
    </>
  )
}
