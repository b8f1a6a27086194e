import type { Ask } from './ask'
import { connectionNamed, type Out } from './commands'
import { printable } from './printable'

/** Stops the looks at a connection's jobs, or at all jobs when none is named, or goes on with them. */
export async function pause(ask: Ask, out: Out, name: string | undefined, paused: boolean): Promise<void> {
  const done = paused ? 'Paused' : 'Going on with'
  if (name === undefined) {
    await ask('settings:change', { paused })
    return out(`${done} all watching.`)
  }
  const snapshot = await ask('state:read')
  const connection = connectionNamed(snapshot, name)
  await ask('connections:change', connection.id, { paused })
  out(`${done} ${printable(connection.name)}.`)
  if (!paused && snapshot.settings.paused) out('All watching is paused as well: jobtray resume goes on with it.')
}
