import type { ConnectionDiagnostics, Diagnostics } from '../../shared/diagnostics'
import { count, counted } from '../../shared/numbers'
import { Button } from '../parts/button'
import { Ago } from '../parts/moment'
import { ServerText } from '../parts/server-text'

type Props = { readonly found: Diagnostics; readonly onReadAgain: () => void }

/** Since the app was started: answers, and what went wrong with them. */
export const TroubleByConnection = ({ found, onReadAgain }: Props) => (
  <section aria-labelledby="trouble-title">
    <div className="flex items-center justify-between gap-4">
      <h2 id="trouble-title" className="font-semibold">
        Trouble by connection
      </h2>
      <Button look="quiet" onClick={onReadAgain}>
        Read again
      </Button>
    </div>
    <p className="text-sm text-soft">
      Since Jobtray was started, <Ago iso={found.startedAt} />.
    </p>
    {found.connections.length === 0 && <p className="mt-2 text-faint">No connection yet.</p>}
    <ul className="mt-2 divide-y divide-line">
      {found.connections.map(connection => (
        <Connection key={connection.id} connection={connection} />
      ))}
    </ul>
  </section>
)

const Connection = ({ connection }: { readonly connection: ConnectionDiagnostics }) => (
  <li className="py-2.5">
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <ServerText text={connection.name} max={80} className="font-medium" />
      <span className="text-sm text-faint">
        {counted(connection.answers, 'answer')} · {counted(connection.jobs, 'job')}, {count(connection.active)} active
      </span>
    </div>
    {connection.faults.length === 0 ? (
      <p className="text-sm text-soft">No trouble.</p>
    ) : (
      <ul className="mt-1 flex flex-col gap-1 text-sm">
        {connection.faults.map(fault => (
          <li key={fault.kind} className="flex flex-wrap gap-x-2">
            <span className="w-12 shrink-0 text-right font-medium">{count(fault.count)}×</span>
            <ServerText text={fault.sentence} max={300} className="min-w-0 flex-1 basis-48 text-soft" />
            <Ago iso={fault.lastAt} className="text-faint" />
          </li>
        ))}
      </ul>
    )}
  </li>
)
