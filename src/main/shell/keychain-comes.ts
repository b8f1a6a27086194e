import { type BusSignal, matchQuestion } from './message-bus'
import { openSessionBus } from './session-bus'

const service = 'org.freedesktop.secrets'
const theBus = 'org.freedesktop.DBus'
const secretService = 'org.freedesktop.Secret.Service'
const askMs = 5_000

const rules: readonly string[] = [
  `type='signal',sender='${theBus}',member='NameOwnerChanged',arg0='${service}'`,
  // gnome-keyring and KWallet say so when a collection is unlocked, as when an item of it is written.
  `type='signal',sender='${service}',interface='${secretService}',member='CollectionChanged'`,
]

/** True for what may make the keychain give a key that it did not give before. */
export const mayGiveKeys = ({ interface: from, member, body }: BusSignal): boolean =>
  (from === theBus && member === 'NameOwnerChanged' && body[0] === service && body[2] !== '') ||
  (from === secretService && member === 'CollectionChanged')

/**
 * Tells when a keychain comes up on the session bus, or is unlocked, so that nobody has to restart the app for it
 * (reliability fault 31). Without a session bus there is nothing to hear.
 */
export async function hearKeychain(told: () => void): Promise<void> {
  const bus = await openSessionBus()
  if (bus === null) return
  bus.onSignal(signal => {
    if (mayGiveKeys(signal)) told()
  })
  for (const rule of rules) void bus.ask(matchQuestion(rule), askMs)
}
