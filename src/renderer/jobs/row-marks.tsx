import { BellOff, Pin } from 'lucide-react'
import type { WatchedJob } from '../../shared/snapshot'

/** A person's own marks on a job. */
export const RowMarks = ({ watched: { pinned, muted } }: { readonly watched: WatchedJob }) => (
  <>
    {pinned === true && (
      <span role="img" aria-label="Pinned" title="Pinned" className="shrink-0 self-center text-accent">
        <Pin size="0.75rem" aria-hidden />
      </span>
    )}
    {muted === true && (
      <span role="img" aria-label="Muted" title="Muted: tells nothing" className="shrink-0 self-center text-faint">
        <BellOff size="0.75rem" aria-hidden />
      </span>
    )}
  </>
)
