import { bearer, type KeySending, type KeyState, type Vendor, vendors } from '../shared/connection'
import type { ConnectionAnswer } from '../shared/ipc'
import { type Ask, CommandError } from './ask'
import { connectionNamed, type Out } from './commands'
import { connectionLike } from './connections'
import { json, printable } from './printable'

export type ConnectOptions = {
  readonly name: string
  readonly vendor: string
  readonly url: string
  readonly organization: string
  readonly key: string | null
  readonly keySending?: KeySending
  readonly insist: boolean
  readonly asJson: boolean
}

const isVendor = (text: string): text is Vendor => vendors.some(vendor => vendor === text)

export async function connect(ask: Ask, out: Out, options: ConnectOptions): Promise<void> {
  if (!isVendor(options.vendor)) throw new CommandError(`--vendor takes ${vendors.join(' or ')}.`, 2)
  if (options.vendor === 'retailgrid' && options.organization !== '') {
    throw new CommandError('Retailgrid takes no organization. Leave --org out.', 2)
  }
  const { name, vendor, url: baseUrl, organization, key, insist } = options
  const keySending = options.keySending ?? (key === null ? { kind: 'none' } : bearer)
  const form = { name, vendor, baseUrl, organization, keySending, key }
  const { connection } = accepted(await ask('connections:save', null, form, insist), key)
  if (options.asJson) out(json(connectionLike(await ask('state:read'), connection.id)))
  else if (connection.unproved) out(`Kept ${printable(connection.name)}. ${notTried}${untilQuit(connection.keyState)}`)
  else out(`Connected ${printable(connection.name)}.${untilQuit(connection.keyState)}`)
}

/** What standard input held, as a key. */
export function keyOf(text: string): string {
  const key = text.trim()
  if (key === '') throw new CommandError('Standard input is empty: --key-stdin reads the key from there.', 2)
  return key
}

export type KeyOptions = {
  /** Null: the keychain is asked again for the key it holds. */
  readonly key: string | null
  readonly insist: boolean
  readonly asJson: boolean
}

/** Gives a connection another key, proved like its first; or has the keychain asked again. */
export async function giveKey(ask: Ask, out: Out, name: string, { key, insist, asJson }: KeyOptions): Promise<void> {
  const { id, vendor, baseUrl, organization, ...known } = connectionNamed(await ask('state:read'), name)
  if (key === null) await ask('keychain:retry')
  else {
    // One that needed no key until now sends the new one as connect would.
    const keySending = known.keySending.kind === 'none' ? bearer : known.keySending
    const form = { name: known.name, vendor, baseUrl, organization: organization ?? '', keySending, key }
    accepted(await ask('connections:save', id, form, insist), key)
  }
  const now = connectionLike(await ask('state:read'), id)
  if (asJson) out(json(now))
  const hasKey = now.keyState === 'has-key' || now.keyState === 'session-only'
  if (key === null && !hasKey) throw new CommandError(`${printable(now.name)}: ${now.message ?? 'It has no key.'}`, 1)
  const tried = now.health === 'not-tried' ? ` ${notTried}` : ''
  if (!asJson)
    out(`${printable(now.name)} has its ${key === null ? 'key' : 'new key'}.${tried}${untilQuit(now.keyState)}`)
}

/** The first look, or the doctor, will tell. */
const notTried = 'It is not tried yet: nothing has proved its key.'

/** What was insisted on is not what was asked for. */
const untilQuit = (state: KeyState): string =>
  state === 'session-only' ? ' The key is kept until the app quits: the keychain did not take it.' : ''

function accepted(answer: ConnectionAnswer, key: string | null): Extract<ConnectionAnswer, { ok: true }> {
  if (answer.ok) return answer
  // How it is sent is chosen in the window; here a key on standard input is all it takes.
  const isKeyless = answer.field === 'keySending' && key === null
  const message = isKeyless ? 'The server asks for a key. --key-stdin reads it from standard input.' : answer.message
  throw new CommandError(`${message}${answer.canInsist ? ' Keep it all the same with --no-proof.' : ''}`, 1)
}
