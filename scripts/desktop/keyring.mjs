import { setTimeout as sleep } from 'node:timers/promises'
import { startChild } from './children.mjs'

const service = 'org.freedesktop.secrets'
const secrets = { destination: service, path: '/org/freedesktop/secrets' }
const collection = '/org/freedesktop/secrets/collection/login'
const password = 'private desktop'
/** Whether it has come up is asked this often, ms, and so many times before it is given up. */
const [everyMs, mostTries] = [25, 1_800]

/**
 * A keychain of its own: gnome-keyring with a `login` keyring that a password opens.
 * @param {{ readonly user: import('./as-user.mjs').User | null, readonly env: NodeJS.ProcessEnv, readonly bus: import('./bus-client.mjs').BusClient, readonly locked: boolean }} options env with HOME, XDG_RUNTIME_DIR and the bus
 */
export const startKeyring = async ({ user, env, bus, locked }) => {
  const lock = async () => {
    await bus.call({
      ...secrets,
      interface: 'org.freedesktop.Secret.Service',
      member: 'Lock',
      signature: 'ao',
      body: [[collection]],
    })
  }

  const start = async () => {
    const daemon = startChild('gnome-keyring-daemon', ['--foreground', '--components=secrets', '--unlock'], {
      user,
      env,
      input: password,
    })
    for (let tries = 0; !(await bus.isOwned(service)); tries += 1) {
      if (tries === mostTries || daemon.process.exitCode !== null || daemon.process.signalCode !== null) {
        throw new Error(`gnome-keyring-daemon did not come up: ${daemon.errors().trim()}`)
      }
      await sleep(everyMs)
    }
    return daemon
  }
  let daemon = await start()
  if (locked) await lock()

  return {
    /** Locks the keyring, as when the person locks it by hand. */
    lock,
    /** Opens it with its password, as a login does; no prompt is shown. */
    unlock: async () => {
      const [, session] = await bus.call({
        ...secrets,
        interface: 'org.freedesktop.Secret.Service',
        member: 'OpenSession',
        signature: 'sv',
        body: ['plain', ['s', '']],
      })
      await bus.call({
        ...secrets,
        interface: 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface',
        member: 'UnlockWithMasterPassword',
        signature: 'o(oayays)',
        body: [collection, [session, [], [...Buffer.from(password)], 'text/plain']],
      })
    },
    stop: () => daemon.stop(),
    /** What was kept is there again. */
    startAgain: async () => {
      daemon = await start()
    },
  }
}
