import { TriangleAlert } from 'lucide-react'
import { vendorNames } from '../../shared/connection'
import { counted } from '../../shared/numbers'
import type { ConnectionView } from '../../shared/snapshot'
import { faultSentence } from '../../shared/wording'
import { ServerText } from '../parts/server-text'
import { VendorMark } from '../parts/vendor-mark'
import { useClock } from '../state/clock'
import { useMirror } from '../state/mirror-store'
import { addressText, keySendingText, keyStateText } from '../words/connection-words'
import { clockText } from '../words/times'
import { ConnectionMenu } from './connection-menu'
import { FaultAct } from './fault-act'
import { jobsOf } from './jobs-of'

const troubled = new Set(['no-key', 'locked', 'unavailable'])

export function ConnectionRow({ connection }: { readonly connection: ConnectionView }) {
  const { name, vendor, organization, keySending, keyState } = connection
  const jobs = useMirror(mirror => jobsOf(mirror, connection.id))
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
          {keySending.kind !== 'none' && <> · {keySendingText(keySending)}</>} · {counted(jobs, 'job')}
        </div>
        {connection.fault && <ConnectionFault connection={connection} standing={connection.fault} />}
        {connection.writeFault && !connection.fault && (
          <p className="mt-1 text-sm text-soft">Reads only: {faultSentence(connection.writeFault.fault)}</p>
        )}
      </div>
      <ConnectionMenu connection={connection} />
    </li>
  )
}

type FaultProps = { readonly connection: ConnectionView; readonly standing: NonNullable<ConnectionView['fault']> }

function ConnectionFault({ connection, standing }: FaultProps) {
  const since = useClock(now => clockText(now, standing.since))
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
      <p className="flex min-w-0 flex-1 basis-64 items-start gap-2">
        <TriangleAlert size="0.9375rem" aria-hidden className="mt-0.5 shrink-0 text-warn" />
        <span>
          <ServerText text={faultSentence(standing.fault)} max={400} />{' '}
          <span className="text-faint">Since {since}.</span>
        </span>
      </p>
      <FaultAct fault={standing.fault} connection={connection} />
    </div>
  )
}
