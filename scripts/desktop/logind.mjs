import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startBus } from './bus.mjs'
import { connectBus } from './bus-client.mjs'

const path = '/org/freedesktop/login1'
const manager = 'org.freedesktop.login1.Manager'

const session = `${path}/session/_31`
const properties = 'org.freedesktop.DBus.Properties'
const power = '/org/freedesktop/UPower'
const powerName = 'org.freedesktop.UPower'

/**
 * Plays the parts of logind and UPower that tell of sleep, lock and battery, on a system bus of its own. Nothing sleeps.
 * @param {{ readonly folder: string, readonly user: import('./as-user.mjs').User | null, readonly env: NodeJS.ProcessEnv }} options
 */
export const startLogind = async ({ folder, user, env }) => {
  const own = join(folder, 'system')
  mkdirSync(own)
  const daemon = await startBus({ folder: own, user, env, activatable: [] })
  const bus = await connectBus(daemon.address)
  let asked = 0
  /** The connection of who asked last. */
  let asker = ''
  bus.serve(path, {
    name: manager,
    methods: {
      // The lock that is asked for is a file descriptor, which this client cannot send; without one nobody waits.
      Inhibit: {
        takes: 'ssss',
        gives: 's',
        /** @param {readonly unknown[]} said the four words, and the message */
        answer: (...said) => {
          asked += 1
          asker = /** @type {{ sender: string }} */ (said[4]).sender
          return ''
        },
      },
      GetSession: { takes: 's', gives: 'o', answer: () => session },
    },
  })
  const lock = bus.serve(session, {
    name: 'org.freedesktop.login1.Session',
    methods: {},
    properties: { LockedHint: ['b', false] },
  })
  const supply = bus.serve(power, { name: powerName, methods: {}, properties: { OnBattery: ['b', false] } })
  await bus.own('org.freedesktop.login1')
  await bus.own(powerName)
  /** @param {ReturnType<typeof bus.serve>} held @param {string} at @param {string} name @param {string} property @param {boolean} now */
  const change = (held, at, name, property, now) => {
    held.change(property, now)
    bus.emit(at, properties, 'PropertiesChanged', 'sa{sv}as', [name, [[property, ['b', now]]], []])
  }
  /** @param {boolean} begins */
  const prepareForSleep = begins => bus.emit(path, manager, 'PrepareForSleep', 'b', [begins])

  return {
    address: daemon.address,
    /** How often somebody asked to be told before sleep begins: nobody hears of it before that. */
    asked: () => asked,
    /** Resolves when whoever asked has taken the signal: a question that was sent after it has been answered. */
    fallAsleep: async () => {
      prepareForSleep(true)
      await bus.call({
        destination: asker,
        path: '/',
        interface: 'org.freedesktop.DBus.Peer',
        member: 'Ping',
      })
    },
    wake: () => prepareForSleep(false),
    /** @param {boolean} now */
    lock: now => change(lock, session, 'org.freedesktop.login1.Session', 'LockedHint', now),
    /** @param {boolean} now */
    onBattery: now => change(supply, power, powerName, 'OnBattery', now),
    stop: async () => {
      bus.close()
      await daemon.stop()
    },
  }
}
