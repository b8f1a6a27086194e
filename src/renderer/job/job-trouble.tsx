import { CloudOff } from 'lucide-react'
import type { WatchedJob } from '../../shared/snapshot'
import { FaultAct } from '../connections/fault-act'
import { ServerText } from '../parts/server-text'
import { useClock } from '../state/clock'
import { useMirror } from '../state/mirror-store'
import { standingOf } from '../words/freshness'
import { standingSentence } from '../words/standing-sentence'
import { clockText } from '../words/times'

/** What keeps us from seeing the job. What is shown below it is then the last good state, not the job's own trouble. */
export function JobTrouble({ watched }: { readonly watched: WatchedJob }) {
  const connection = useMirror(mirror => mirror.connections.get(watched.ref.connectionId))
  const standing = standingOf(watched, connection?.fault ?? null)
  const since = useClock(now => (standing === null ? '' : clockText(now, standing.since)))
  const said = useClock(now => (standing === null ? '' : standingSentence(standing.fault, connection, now)))
  const seen = useClock(now => (watched.seenAt === null ? null : clockText(now, watched.seenAt)))
  if (standing === null && !watched.gone) return null
  return (
    <div
      role="status"
      className="flex shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line bg-side px-5 py-2 @max-lg/page:px-3"
    >
      <CloudOff size="0.9375rem" aria-hidden className="shrink-0 text-warn" />
      <p className="min-w-0 flex-1 basis-60">
        {watched.gone ? (
          'The server no longer has this job. '
        ) : standing === null ? null : (
          <>
            <ServerText text={said} max={400} /> <span className="text-soft">Since {since}. </span>
          </>
        )}
        {seen !== null && <span className="text-soft">What you see is from {seen}.</span>}
      </p>
      {connection && standing && <FaultAct fault={standing.fault} connection={connection} />}
    </div>
  )
}
