import { Hourglass } from 'lucide-react'
import type { ConnectionId } from '../../shared/connection'
import { counted } from '../../shared/numbers'
import { firstLooksASecond } from '../../shared/pace'
import type { Mirror } from '../state/mirror'
import { useMirror } from '../state/mirror-store'

/** Fewer are through in a moment. */
const worthSaying = 50

type Waiting = Pick<Mirror, 'unlooked' | 'connections' | 'settings'>

/** How many jobs nobody has looked at yet, of those that are going to be. `scope`: of one connection. */
export function awaitFirstLook({ unlooked, connections, settings }: Waiting, scope: ConnectionId | null): number {
  if (settings.paused) return 0
  let sum = 0
  for (const [id, many] of unlooked) {
    if (scope !== null && id !== scope) continue
    const connection = connections.get(id)
    if (connection?.paused !== true && connection?.fault == null) sum += many
  }
  return sum
}

/** Thousands that were added together are looked at little by little: that nothing is wrong has to be said. */
export function FirstLooks({ scope }: { readonly scope: ConnectionId | null }) {
  const many = useMirror(mirror => awaitFirstLook(mirror, scope))
  const aSecond = useMirror(mirror => firstLooksASecond[mirror.settings.pace])
  if (many < worthSaying) return null
  return (
    <p className="flex items-center gap-2 border-b border-line px-4 py-2 text-sm text-soft">
      <Hourglass size="0.875rem" aria-hidden className="shrink-0" />
      {counted(many, 'job')} still wait for their first look: at most {aSecond} a second from each server.
    </p>
  )
}
