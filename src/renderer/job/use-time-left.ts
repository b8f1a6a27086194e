import type { WatchedJob } from '../../shared/snapshot'
import { etaText } from '../../shared/speed-wording'
import { isPaused } from '../jobs/is-paused'
import { useClock } from '../state/clock'
import { useMirror } from '../state/mirror-store'
import { standingOf } from '../words/freshness'

/** `about 12–15 min left`, as in the list: empty where nobody can say, or nobody sees how it goes on. */
export function useTimeLeft(watched: WatchedJob): string {
  const { ref, speed } = watched
  const fault = useMirror(mirror => mirror.connections.get(ref.connectionId)?.fault ?? null)
  const paused = useMirror(mirror => isPaused(mirror, ref.connectionId))
  const unseen = paused || watched.gone || standingOf(watched, fault) !== null
  return useClock(now => (unseen || speed == null ? '' : etaText(speed, now)))
}
