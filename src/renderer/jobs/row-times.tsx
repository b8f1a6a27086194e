import { CloudOff, Pause } from 'lucide-react'
import { etaText, leftText, rateText } from '../../shared/speed-wording'
import { cx } from '../parts/class-names'
import { useClockTexts } from '../state/clock'
import { elapsedText } from '../words/elapsed'
import { freshnessOf, standingOf } from '../words/freshness'
import type { Row } from './use-row'

/** How long it may still take, or has taken, and how fresh what we show is. */
export function RowTimes({ row }: { readonly row: Row }) {
  const { watched, fault, aheadMs } = row
  const { speed } = watched
  const ended = watched.job?.phase === 'ended'
  const paused = row.paused && !ended && !watched.gone
  const troubled = standingOf(watched, fault) !== null && !ended && !paused
  const rate = speed == null ? '' : rateText(speed)
  const { elapsed, left, short, word, more } = useClockTexts(now => ({
    // A time of the server's is taken from what its clock says now.
    elapsed: elapsedText(watched, now, aheadMs),
    left: troubled || paused || speed == null ? '' : etaText(speed, now),
    short: troubled || paused || speed == null ? '' : leftText(speed, now),
    ...freshnessOf(watched, { fault, paused, aheadMs }, now),
  }))
  return (
    <>
      {!ended && (
        <div
          title={left === '' ? undefined : [`Running for ${elapsed}`, rate].filter(part => part !== '').join(', ')}
          className="col-start-2 -col-end-1 row-start-1 hidden h-5 w-32 truncate justify-self-end text-right text-sm leading-5 text-soft @xl/page:block"
        >
          {left === '' ? elapsed : left}
        </div>
      )}
      <div
        className={cx(
          // Where the counts would have no room beside it, it goes below them.
          'col-start-3 row-start-4 flex min-w-0 items-center justify-end gap-1 self-start text-sm @max-sm/page:col-start-2 @max-sm/page:-col-end-1 @max-sm/page:row-start-5',
          troubled || paused ? 'text-warn' : 'text-faint',
          // What has ended has no other time, and no figure beside its bar: that room is for both words of it.
          ended
            ? '@xl/page:col-start-2 @xl/page:-col-end-1 @xl/page:row-start-1 @xl/page:max-w-46 @xl/page:justify-self-end'
            : cx('@xl/page:row-start-2', watched.job !== null && '@xl/page:col-start-4'),
        )}
      >
        {/* With no line of its own, it shares the one there is. */}
        {!troubled && (short !== '' || elapsed !== '') && (
          <span className={cx('whitespace-nowrap text-soft', (!ended || watched.gone) && '@xl/page:hidden')}>
            {ended && <span className="text-faint">took </span>}
            {short === '' ? elapsed : short} ·
          </span>
        )}
        {troubled && <CloudOff size="0.8125rem" aria-hidden className="shrink-0" />}
        {paused && <Pause size="0.8125rem" aria-hidden className="shrink-0" />}
        <span className="truncate" title={troubled || paused ? `${word}${more}` : undefined}>
          {word}
          {/* The counts beside it need the room more. */}
          {more !== '' && <span className={cx(watched.job !== null && '@xl/page:@max-4xl/page:sr-only')}>{more}</span>}
        </span>
      </div>
    </>
  )
}
