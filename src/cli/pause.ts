import type { Ask } from './ask'
import { connectionNamed, type Out } from './commands'
import { json, printable } from './printable'

/** Stops the looks at a connection's jobs, or at all jobs when none is named, or goes on with them. */
export async function pause(
  ask: Ask,
  out: Out,
  name: string | undefined,
  paused: boolean,
  asJson: boolean,
): Promise<void> {
  const done = paused ? 'Paused' : 'Going on with'
  const snapshot = await ask('state:read')
  const connection = name === undefined ? null : connectionNamed(snapshot, name)
  if (connection === null) await ask('settings:change', { paused })
  else await ask('connections:change', connection.id, { paused })
  if (asJson) return out(json({ paused, connection: connection?.name ?? null }))
  out(`${done} ${connection === null ? 'all watching' : printable(connection.name)}.`)
  if (paused) return
  if (connection !== null && snapshot.settings.paused) {
    out('All watching is paused as well: jobtray resume goes on with it.')
  }
  const still = snapshot.connections.filter(each => each.paused === true)
  if (connection === null && still.length > 0) {
    const names = still.map(each => printable(each.name)).join(', ')
    out(`Still paused by name: ${names}. jobtray resume N goes on with one.`)
  }
}
