import { count } from '../../../shared/numbers'
import type { PostRun } from '../../../shared/outbox'
import { decidedOf } from './run-words'

const shown = [
  ['sent', 'sent', 'bg-good'],
  ['refused', 'refused', 'bg-bar-bad'],
  ['unknown', 'unknown', 'bg-bar-warn'],
  ['dropped', 'given up', 'bg-faint'],
] as const

/** How a run's posts stand, as shares of one bar and as figures below it. */
export function RunBar({ counts }: Pick<PostRun, 'counts'>) {
  const { decided: done, total } = decidedOf(counts)
  return (
    <div className="flex flex-col gap-1.5">
      <div
        role="progressbar"
        aria-label="Sent"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={`${count(done)} of ${count(total)}`}
        className="bar-colours flex h-2 overflow-hidden rounded-full bg-track"
      >
        {shown.map(([name, , colour]) => (
          <span key={name} className={colour} style={{ width: `${total === 0 ? 0 : (counts[name] / total) * 100}%` }} />
        ))}
      </div>
      <p className="flex flex-wrap gap-x-3 text-sm text-soft">
        <span>
          {count(done)} of {count(total)}
        </span>
        {shown.map(([name, word, colour]) =>
          counts[name] === 0 ? null : (
            <span key={name} className="flex items-center gap-1.5">
              <span aria-hidden className={`bar-colours size-2 rounded-sm ${colour}`} />
              {count(counts[name])} {word}
            </span>
          ),
        )}
      </p>
    </div>
  )
}
