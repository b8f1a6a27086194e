import { bearer } from '../../../src/shared/connection'
import type { ConnectionForm } from '../../../src/shared/ipc'
import { test as base } from '../../support/app'
import type { RunningSandbox } from '../../support/programs'
import { type ProfileRequests, requestsTo } from './profile-requests'
import { type Control, controlOf, type Fields } from './sandbox-control'
import { type SpawnedApp, spawnApp } from './spawned-app'

export { expect } from '../../support/app'

/** A sandbox without a story: it holds the jobs that a test makes. */
export type Server = RunningSandbox & {
  readonly control: Control
  readonly merchant: ConnectionForm
  readonly retail: ConnectionForm
}

type JobToMake = string | readonly [id: string, set: Fields]

type RealDesktop = ProfileRequests & {
  readonly server: Server
  /** Starts the app without a debugger and waits until it answers; what still runs after the test is killed. */
  readonly start: (args?: readonly string[]) => Promise<SpawnedApp>
  /** Connects to the sandbox's MerchantOps, asks every 2 s, and watches the jobs; gives back the connection's id. */
  readonly watchMerchant: (...jobIds: readonly string[]) => Promise<string>
  /** Makes jobs, `running` where nothing else is said, starts the app and has it watch them. */
  readonly startWatching: (...jobs: readonly JobToMake[]) => Promise<SpawnedApp & { readonly connectionId: string }>
  /** A life of the app that is over: it watched jobs; gives back their connection's id. */
  readonly lifeBefore: (...jobs: readonly JobToMake[]) => Promise<string>
}

/** A job that has done four of its ten items. */
export const running = { status: 'in_progress', total_items: 10, processed_items: 4 }

const everyTwoSeconds = { pace: 'brisk' } as const

export const test = base.extend<RealDesktop>({
  server: async ({ startSandbox }, use) => {
    const sandbox = await startSandbox(['--story', 'none'])
    const { merchantops, retailgrid } = sandbox.ready
    await use({
      ...sandbox,
      control: controlOf(sandbox),
      merchant: {
        name: 'Outfitters',
        vendor: 'merchantops',
        baseUrl: merchantops.url,
        organization: '',
        keySending: bearer,
        key: merchantops.keys.full,
      },
      retail: {
        name: 'Grid shop',
        vendor: 'retailgrid',
        baseUrl: retailgrid.url,
        organization: '',
        keySending: bearer,
        key: retailgrid.key,
      },
    })
  },
  ask: async ({ profile }, use) => use(requestsTo(profile).ask),
  stateUntil: async ({ profile }, use) => use(requestsTo(profile).stateUntil),
  jobUntil: async ({ profile }, use) => use(requestsTo(profile).jobUntil),
  lookNow: async ({ profile }, use) => use(requestsTo(profile).lookNow),
  start: async ({ desktop, profile, stateUntil }, use) => {
    const started: SpawnedApp[] = []
    await use(async (args = []) => {
      const app = await spawnApp(desktop, ['--live', '--profile', profile, ...args])
      started.push(app)
      await Promise.race([
        stateUntil(() => true),
        app.exit.then(({ code }) => Promise.reject(new Error(`the app ended with ${code}: ${app.output()}`))),
      ])
      return app
    })
    for (const app of started) await app.kill()
  },
  watchMerchant: async ({ ask, server, stateUntil }, use) => {
    await use(async (...jobIds) => {
      await ask('settings:change', everyTwoSeconds)
      const answer = await ask('connections:save', null, server.merchant, false)
      if (!answer.ok) throw new Error(answer.message)
      const { id } = answer.connection
      await ask('jobs:watch', id, jobIds.join('\n'))
      await stateUntil(state => state.jobs.every(({ job, fault }) => job !== null || fault !== null))
      return id
    })
  },
  startWatching: async ({ server, start, watchMerchant }, use) => {
    await use(async (...jobs) => {
      const named = jobs.map(job => (typeof job === 'string' ? ([job, running] as const) : job))
      for (const [id, set] of named) await server.control.merchantJob(id, set)
      const app = await start()
      return { ...app, connectionId: await watchMerchant(...named.map(([id]) => id)) }
    })
  },
  lifeBefore: async ({ ask, startWatching }, use) => {
    await use(async (...jobs) => {
      const { connectionId, exit } = await startWatching(...jobs)
      await ask('app:quit')
      await exit
      return connectionId
    })
  },
})
