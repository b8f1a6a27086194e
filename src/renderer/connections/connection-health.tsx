import { CircleCheck, Pause, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { StandingFault } from '../../shared/fault'
import { counted } from '../../shared/numbers'
import type { ConnectionView } from '../../shared/snapshot'
import { faultSentence } from '../../shared/wording'
import { Button } from '../parts/button'
import { ServerText } from '../parts/server-text'
import { attempt } from '../state/attempt'
import { useClock } from '../state/clock'
import { troubleOf } from '../state/connection-trouble'
import { useMirror } from '../state/mirror-store'
import { standingSentence, waitsText } from '../words/standing-sentence'
import { clockText } from '../words/times'
import { FaultAct } from './fault-act'

/** How the connection is: paused by a person, in trouble, waiting, or nothing to say. */
export function ConnectionHealth({ connection }: { readonly connection: ConnectionView }) {
  const { id, fault, writeFault, paused, unproved } = connection
  const trouble = useMirror(mirror => troubleOf(mirror, id))
  const waits = useClock(now => waitsText(connection, now))
  const { requestsLastHour = 0 } = connection
  const fine = !paused && !trouble && !writeFault && waits === null && !unproved && requestsLastHour > 0
  return (
    <>
      {fine && (
        <p className="mt-1 flex items-center gap-1.5 text-sm text-soft">
          <CircleCheck size="0.875rem" aria-hidden className="shrink-0 text-good" />
          In order
        </p>
      )}
      {unproved && !paused && !trouble && waits === null && (
        <p className="mt-1 text-sm text-soft">Not tried yet: it was kept although nothing has proved its key.</p>
      )}
      {paused && (
        <Line
          icon={<Pause size="0.9375rem" aria-hidden className="mt-0.5 shrink-0 text-warn" />}
          act={
            <Button onClick={() => void attempt(window.jobtray.changeConnection(id, { paused: false }))}>Resume</Button>
          }
        >
          Paused: until you resume, its jobs are not looked at and what you send waits in the outbox.
        </Line>
      )}
      {trouble && <Trouble connection={connection} standing={trouble} />}
      {writeFault && !fault && <p className="mt-1 text-sm text-soft">Reads only: {faultSentence(writeFault.fault)}</p>}
      {waits !== null && !paused && trouble?.fault.kind !== 'rate-limited' && (
        <p className="mt-1 text-sm text-soft">No request before {waits}.</p>
      )}
    </>
  )
}

type TroubleProps = { readonly connection: ConnectionView; readonly standing: StandingFault }

function Trouble({ connection, standing }: TroubleProps) {
  const since = useClock(now => clockText(now, standing.since))
  // The organization is named beside it.
  const said = useClock(now => standingSentence(standing.fault, { ...connection, organization: undefined }, now))
  return (
    <Line
      icon={<TriangleAlert size="0.9375rem" aria-hidden className="mt-0.5 shrink-0 text-warn" />}
      act={<FaultAct fault={standing.fault} connection={connection} />}
    >
      <ServerText text={said} max={400} /> <span className="text-faint">Since {since}.</span>
    </Line>
  )
}

type LineProps = { readonly icon: ReactNode; readonly act: ReactNode; readonly children: ReactNode }

const Line = ({ icon, act, children }: LineProps) => (
  <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
    <p className="flex min-w-0 flex-1 basis-64 items-start gap-2">
      {icon}
      <span className="min-w-0 break-words">{children}</span>
    </p>
    {act}
  </div>
)

/** `1,204 requests in the last hour`; nothing where it is not counted yet. */
export const trafficText = ({ requestsLastHour }: ConnectionView): string | null =>
  requestsLastHour === undefined ? null : `${counted(requestsLastHour, 'request')} in the last hour`
