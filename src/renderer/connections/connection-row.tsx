import { vendorNames } from '../../shared/connection'
import { counted } from '../../shared/numbers'
import type { ConnectionView } from '../../shared/snapshot'
import { ServerText } from '../parts/server-text'
import { VendorMark } from '../parts/vendor-mark'
import { useMirror } from '../state/mirror-store'
import { addressText, keySendingText, keyStateText } from '../words/connection-words'
import { ConnectionHealth, trafficText } from './connection-health'
import { ConnectionMenu } from './connection-menu'
import { jobsOf } from './jobs-of'

/** Ends a line, where one breaks, and never begins one. */
const dot = '\u00a0· '

const troubled = new Set(['no-key', 'locked', 'unavailable'])

export function ConnectionRow({ connection }: { readonly connection: ConnectionView }) {
  const { name, vendor, organization, keySending, keyState } = connection
  const jobs = useMirror(mirror => jobsOf(mirror, connection.id))
  const traffic = trafficText(connection)
  const muted = connection.mutedKinds?.length ?? 0
  return (
    <li className="flex items-start gap-3.5 py-4">
      <VendorMark vendor={vendor} large />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline gap-x-2">
          <ServerText text={name} max={120} className="font-semibold break-words" />
          <span className="text-sm text-faint">{vendorNames[vendor]}</span>
        </div>
        <div className="flex flex-wrap gap-x-2 text-soft">
          <ServerText text={addressText(connection)} max={200} className="break-all select-text" />
          {organization !== null && (
            <span className="text-faint">
              organization <ServerText text={organization} max={80} className="text-soft select-text" />
            </span>
          )}
        </div>
        <div className="text-sm text-faint">
          <span className={troubled.has(keyState) ? 'text-warn' : undefined}>{keyStateText(keyState)}</span>
          {keySending.kind !== 'none' && (
            <>
              {dot}
              {keySendingText(keySending)}
            </>
          )}
          {dot}
          {counted(jobs, 'job')}
          {traffic !== null && (
            <>
              {dot}
              {traffic}
            </>
          )}
          {muted > 0 && (
            <>
              {dot}
              {counted(muted, 'kind')} of notices off
            </>
          )}
        </div>
        <ConnectionHealth connection={connection} />
      </div>
      <ConnectionMenu connection={connection} />
    </li>
  )
}
