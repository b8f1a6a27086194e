import { CircleCheck, OctagonAlert } from 'lucide-react'
import type { WatchAnswer } from '../../shared/ipc'
import { count } from '../../shared/numbers'
import { ServerText } from '../parts/server-text'

const listed = 100

type Props = { readonly text: string; readonly refused: WatchAnswer['refused'] }

/** What was taken, and for each id that was not, why. */
export function WatchResult({ text, refused }: Props) {
  const more = refused.length - listed
  return (
    <section aria-label="Result" role="status" className="border-t border-line pt-3">
      <p className="flex items-center gap-1.5">
        <CircleCheck size="0.9375rem" aria-hidden className="shrink-0 text-good" />
        {text}
      </p>
      <ul className="mt-2 flex max-h-44 flex-col gap-1.5 overflow-y-auto">
        {refused.slice(0, listed).map(refusal => (
          <li key={refusal.text} className="flex items-start gap-1.5 text-sm">
            <OctagonAlert size="0.875rem" aria-hidden className="mt-0.5 shrink-0 text-bad" />
            <span className="min-w-0">
              <ServerText text={refusal.text} max={80} className="font-mono break-all" />
              <span className="block text-soft">{refusal.why}</span>
            </span>
          </li>
        ))}
        {more > 0 && <li className="text-sm text-faint">and {count(more)} more</li>}
      </ul>
    </section>
  )
}
