import type { Diagnostics, DriftKind } from '../../shared/diagnostics'
import { count, counted } from '../../shared/numbers'
import { Ago, WholeTime } from '../parts/moment'
import { ServerText } from '../parts/server-text'
import { useMirror } from '../state/mirror-store'

const names: Readonly<Record<DriftKind, string>> = {
  'unknown-status': 'Unknown status',
  'unknown-field': 'New field',
  'wrong-type': 'Unexpected form',
}

/** What the servers sent that Jobtray does not know: nothing breaks by it, but somebody should hear of it. */
export function DriftLedger({ found }: { readonly found: Diagnostics }) {
  const connections = useMirror(mirror => mirror.connections)
  return (
    <section aria-labelledby="drift-title">
      <h2 id="drift-title" className="font-semibold">
        What the servers send that is new
      </h2>
      <p className="text-sm text-soft">
        {found.drift.length === 0
          ? 'Every answer had the words and fields that Jobtray knows.'
          : 'Words and fields that Jobtray does not know. They are shown or passed over, never taken for an ending.'}
      </p>
      {found.drift.length > 0 && (
        <ul className="mt-2 divide-y divide-line">
          {found.drift.map(({ connectionId, kind, name, firstSeen, lastSeen, count: seen }) => (
            <li key={`${connectionId} ${kind} ${name}`} className="flex flex-wrap items-baseline gap-x-3 py-2">
              <span className="w-32 shrink-0 text-soft">{names[kind]}</span>
              <ServerText text={name} max={120} className="min-w-0 flex-1 basis-40 font-mono break-all select-text" />
              <span className="basis-full text-sm text-faint">
                {count(seen)}×, first <WholeTime iso={firstSeen} />, last <Ago iso={lastSeen} />
                {connections.size > 1 && (
                  <>
                    {' · '}
                    <ServerText text={connections.get(connectionId)?.name ?? 'removed connection'} max={60} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {found.driftLeftOut > 0 && (
        <p className="text-sm text-faint">{counted(found.driftLeftOut, 'more find')} did not fit.</p>
      )}
    </section>
  )
}
