import type { Job } from '../../shared/job'
import { count, counted } from '../../shared/numbers'
import { cx } from '../parts/class-names'
import { Glyph } from '../parts/state-glyph'
import { failedAddUp } from '../words/shown-percent'

type Props = {
  readonly job: Job
  /** `340 a minute`; empty: not known. */
  readonly rate: string
  readonly className: string
}

/**
 * `24,800 of 40,000`, or `110 + 31 failed of 206`, then warned; failed and warned by shape, colour and number, with room
 * in words too.
 */
export function RowCounts({ job, rate, className }: Props) {
  const { failed, warned, processed, total } = job
  const failedPart = failed !== null && failed > 0 && (
    <Part name="failed" value={failed} word="failed" tint="text-bad" />
  )
  return (
    <div
      className={cx(
        'flex flex-wrap items-center gap-x-2 overflow-hidden text-sm @xl/page:h-4.5 whitespace-nowrap text-faint',
        className,
      )}
    >
      {processed !== null && total !== null && failedAddUp(job) ? (
        <span className="flex max-w-full items-center gap-1 @max-sm/page:flex-wrap">
          {count(processed)} + {failedPart} of {count(total)}
        </span>
      ) : (
        <>
          <span className="max-w-full truncate">{mainCount(job)}</span>
          {failedPart}
        </>
      )}
      {warned !== null && warned > 0 && <Part name="warned" value={warned} word="warned" tint="text-warn" />}
      {/* Last, so that it is what goes out of sight where there is no room for all; in a narrow page it goes below. */}
      {rate !== '' && <span className="shrink-0">{rate}</span>}
    </div>
  )
}

function mainCount({ phase, total, processed, gridItemsCount, progressSent }: Job): string {
  if (phase === 'running' && total === 0) return 'counting…'
  if (total === 0 && processed === 0) return phase === 'ended' ? 'no items' : ''
  if (processed !== null && total !== null) return `${count(processed)} of ${count(total)}`
  if (processed !== null) return counted(processed, 'item')
  if (phase === 'running' && progressSent !== null) return `progress ${count(progressSent)}`
  return gridItemsCount === null ? '' : counted(gridItemsCount, 'item')
}

type PartProps = {
  readonly name: 'failed' | 'warned'
  readonly value: number
  readonly word: string
  readonly tint: string
}

const Part = ({ name, value, word, tint }: PartProps) => (
  <span className={cx('flex shrink-0 items-center gap-1', tint)} title={`${count(value)} ${word}`}>
    <Glyph name={name} size="size-2.5" />
    {count(value)}
    <span className="sr-only @4xl/page:not-sr-only">{word}</span>
  </span>
)
