import { Pause, TriangleAlert } from 'lucide-react'
import { type ConnectionId, vendorNames } from '../../shared/connection'
import { ServerText } from '../parts/server-text'
import { VendorMark } from '../parts/vendor-mark'
import { troubleOf } from '../state/connection-trouble'
import { useMirror } from '../state/mirror-store'
import { listJobsOf, viewStore } from '../state/view'
import { faultName } from '../words/fault-name'
import { Entry } from './navigation'

/** Each connection as a way to list its jobs alone. */
export function Scopes() {
  const connections = useMirror(mirror => mirror.connections)
  const scope = viewStore(state => (state.view.view === 'jobs' ? state.scope : null))
  return (
    <ul className="flex min-h-0 flex-col gap-0.5 overflow-y-auto">
      {[...connections.values()].map(connection => (
        <li key={connection.id} className="flex">
          <Entry
            icon={<VendorMark vendor={connection.vendor} />}
            label={
              <span className="flex items-center gap-1.5">
                <ServerText text={connection.name} max={80} className="truncate" />
                <span className="sr-only"> ({vendorNames[connection.vendor]})</span>
                {connection.paused && (
                  <span title="Paused" className="shrink-0 text-warn">
                    <Pause size="0.8125rem" aria-hidden />
                    <span className="sr-only">Paused</span>
                  </span>
                )}
                <TroubleMark id={connection.id} />
              </span>
            }
            here={scope === connection.id}
            onOpen={() => listJobsOf(connection.id)}
          />
        </li>
      ))}
    </ul>
  )
}

function TroubleMark({ id }: { readonly id: ConnectionId }) {
  const standing = useMirror(mirror => troubleOf(mirror, id))
  if (standing === null) return null
  const name = faultName(standing.fault)
  return (
    <span title={name} className="shrink-0 text-warn">
      <TriangleAlert size="0.8125rem" aria-hidden />
      <span className="sr-only">{name}</span>
    </span>
  )
}
