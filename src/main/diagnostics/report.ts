import type { Diagnostics } from '../../shared/diagnostics'
import { count, counted } from '../../shared/numbers'

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`

/**
 * Text to be pasted where others read it: no name, address, id or key of a person's. Connections are numbered; status
 * words and field names are the vendor's own and stay.
 */
export function reportOf(all: Omit<Diagnostics, 'report'>): string {
  const { app, versions, connections, drift, journal } = all
  const nth = (id: string): string => {
    const index = connections.findIndex(connection => connection.id === id)
    return index === -1 ? 'a connection that is gone' : `connection ${index + 1}`
  }
  const lines = [
    `Jobtray ${app.version} (${app.mode}) on ${app.platform}, ${all.at}`,
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
    `Started ${all.startedAt}; main process ${megabytes(all.memoryBytes)}; tray ${app.hasTray ? 'there' : 'missing'}`,
    `Looks are ${all.sparing.length === 0 ? 'as frequent as the pace allows' : `rarer: ${all.sparing.join(', ')}`}`,
    `Journal version ${journal.version}, ${megabytes(journal.bytes)} (${megabytes(journal.freeBytes)} free): ${Object.entries(
      journal.rows,
    )
      .map(([name, rows]) => `${name} ${count(rows)}`)
      .join(', ')}`,
    ...(all.paused ? ['All watching is paused.'] : []),
    '',
    ...connections.map(({ id, vendor, paused, jobs, active, answers, faults }) => {
      const troubles = faults.map(fault => `${fault.kind} ${count(fault.count)} (last ${fault.lastAt})`)
      const asked = `${counted(answers, 'answer')}; ${troubles.length === 0 ? 'no trouble' : troubles.join(', ')}`
      return `${nth(id)} (${vendor}${paused ? ', paused' : ''}): ${counted(jobs, 'job')}, ${count(active)} active; ${asked}`
    }),
    '',
    drift.length === 0 ? 'Nothing unknown was sent.' : 'Unknown or odd in answers:',
    ...drift.map(
      ({ connectionId, kind, name, firstSeen, count: times }) =>
        `${kind} “${name}” from ${nth(connectionId)}: ${count(times)} times since ${firstSeen}`,
    ),
    ...(all.driftLeftOut === 0 ? [] : [`and ${counted(all.driftLeftOut, 'more')}, not listed`]),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}
