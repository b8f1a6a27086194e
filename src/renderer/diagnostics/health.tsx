import type { Diagnostics } from '../../shared/diagnostics'
import { counted } from '../../shared/numbers'
import { WholeTime } from '../parts/moment'
import { megabytesText } from '../words/megabytes'

/** Versions, memory and the journal. */
export function Health({
  found: { app, versions, startedAt, memoryBytes, journal, sparing },
}: {
  readonly found: Diagnostics
}) {
  const { rows } = journal
  const facts: readonly (readonly [string, string])[] = [
    ['Jobtray', `${app.version}${app.mode === 'demo' ? ', demo' : ''}`],
    ...Object.entries(versions),
    ['Memory', `${megabytesText(memoryBytes)} in the main process`],
    [
      'Journal',
      `${megabytesText(journal.bytes)}, version ${journal.version}: ${counted(rows.jobs, 'job')}, ${counted(rows.forgotten, 'forgotten one')}, ${counted(rows.notices, 'notice')}, ${counted(rows.timeline, 'point')} of time lines, ${counted(rows.posts, 'post')}`,
    ],
    ['Looks', sparing.length === 0 ? 'As often as the pace allows' : `Less often: ${sparing.join(', ')}`],
    ['Tray', app.hasTray ? 'There' : 'Not there: closing the window minimises it'],
  ]
  return (
    <section aria-labelledby="health-title">
      <h2 id="health-title" className="font-semibold">
        Versions and room
      </h2>
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd className="break-words select-text">{value}</dd>
          </div>
        ))}
        <dt className="text-soft">Started</dt>
        <dd>
          <WholeTime iso={startedAt} />
        </dd>
      </dl>
    </section>
  )
}
