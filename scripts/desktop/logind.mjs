import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startBus } from './bus.mjs'
import { connectBus } from './bus-client.mjs'

const path = '/org/freedesktop/login1'
const manager = 'org.freedesktop.login1.Manager'

/**
 * Plays the part of logind that tells of sleep, on a system bus of its own. Nothing sleeps.
 * @param {{ readonly folder: string, readonly user: import('./as-user.mjs').User | null, readonly env: NodeJS.ProcessEnv }} options
 */
export const startLogind = async ({ folder, user, env }) => {
  const own = join(folder, 'system')
  mkdirSync(own)
  const daemon = await startBus({ folder: own, user, env, activatable: [] })
  const bus = await connectBus(daemon.address)
  let asked = 0
  bus.serve(path, {
    name: manager,
    methods: {
      // The lock that is asked for is a file descriptor, which this client cannot send; without one nobody waits.
      Inhibit: {
        takes: 'ssss',
        gives: 's',
        answer: () => {
          asked += 1
          return ''
        },
      },
    },
  })
  await bus.own('org.freedesktop.login1')
  /** @param {boolean} begins */
  const prepareForSleep = begins => bus.emit(path, manager, 'PrepareForSleep', 'b', [begins])

  return {
    address: daemon.address,
    /** How often somebody asked to be told before sleep begins: nobody hears of it before that. */
    asked: () => asked,
    fallAsleep: () => prepareForSleep(true),
    wake: () => prepareForSleep(false),
    stop: async () => {
      bus.close()
      await daemon.stop()
    },
  }
}
