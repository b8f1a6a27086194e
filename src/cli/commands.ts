import type { ConnectionView, Snapshot } from '../shared/snapshot'
import { type Ask, CommandError } from './ask'
import { json, printable } from './printable'

export type Out = (text: string) => void

/** By its name, or by its id, which links and JSON have. */
export const connectionNamed = ({ connections }: Pick<Snapshot, 'connections'>, name: string): ConnectionView => {
  const byName = connections.find(connection => connection.name.toLowerCase() === name.trim().toLowerCase())
  const found = byName ?? connections.find(({ id }) => id === name)
  if (found !== undefined) return found
  const names = connections.map(connection => printable(connection.name)).join(', ')
  const none = `There is no connection named ${printable(name) || '“”'}.`
  throw new CommandError(names === '' ? `${none} Make one with jobtray connect.` : `${none} There is: ${names}.`, 1)
}

/** Forgets a connection with its key and its jobs. */
export async function forget(ask: Ask, out: Out, name: string, asJson: boolean): Promise<void> {
  const connection = connectionNamed(await ask('state:read'), name)
  const keyStays = await ask('connections:remove', connection.id)
  if (asJson) out(json({ connection: connection.name, keyStays }))
  if (keyStays !== null) throw new CommandError(`Forgot ${printable(connection.name)} and its jobs. ${keyStays}`, 1)
  if (!asJson) out(`Forgot ${printable(connection.name)}, its key and its jobs.`)
}

export async function quit(ask: Ask, out: Out, asJson: boolean): Promise<void> {
  await ask('app:quit')
  out(asJson ? json({ quitting: true }) : 'Jobtray is quitting.')
}
