import type { FaultRule } from '../../../src/sandbox/server'
import type { Fields } from '../../desktop/support/sandbox-control'
import { test as base, type OpenWindow } from './window'

export { expect, picture } from './window'

/** The job that is reported on. */
export const job = 'enrichment-aaaa1111'

type Fixtures = {
  /** Opens the window with the job watched and its report begun. */
  readonly openReport: (set?: Fields) => Promise<OpenWindow & { readonly connectionId: string }>
  /** Watches another job of the same type, which is in this stage. */
  readonly watchAlike: (connectionId: string, stage: string) => Promise<unknown>
  /** What becomes of the next report on the job. */
  readonly breakNextReport: (fault: FaultRule['fault']) => Promise<unknown>
  /** The paths that were posted to. */
  readonly posted: () => Promise<readonly string[]>
}

export const test = base.extend<Fixtures>({
  openReport: async ({ openWatching }, use) => {
    await use(async set => {
      const window = await openWatching([job], set)
      await window.page.getByRole('button', { name: job.slice(-8) }).focus()
      await window.page.keyboard.press('r')
      return window
    })
  },
  watchAlike: async ({ server, ask, stateUntil }, use) => {
    const alike = 'enrichment-bbbb2222'
    await use(async (connectionId, stage) => {
      await server.control.merchantJob(alike, { status: 'in_progress', total_items: 5, metadata: { stage } })
      await ask('jobs:watch', connectionId, alike)
      await stateUntil(({ jobs }) => jobs.some(({ ref, job }) => ref.jobId === alike && job?.stage === stage))
    })
  },
  breakNextReport: async ({ server }, use) => {
    const match = { method: 'POST', path: `/api/jobs/${job}/progress` }
    await use(fault => server.control.fault({ match, count: 1, fault }))
  },
  posted: async ({ server }, use) => {
    await use(async () =>
      (await server.control.requests()).filter(({ method }) => method === 'POST').map(({ path }) => path),
    )
  },
})
