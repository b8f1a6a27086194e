import type { FaultRule } from '../../../src/sandbox/server'
import type { Fields } from '../../desktop/support/sandbox-control'
import { test as base, expect, type OpenWindow } from './window'

export { expect, picture } from './window'

/** The job that is reported on. */
export const job = 'enrichment-aaaa1111'

type Fixtures = {
  /**
   * Opens the window with the job watched and its report begun. `alike`: the stage that another job of its type is in,
   * which the window has seen by then: it asks for such jobs once, when worker mode is opened.
   */
  readonly openReport: (set?: Fields, alike?: string) => Promise<OpenWindow & { readonly connectionId: string }>
  /** What becomes of the next report on the job. */
  readonly breakNextReport: (fault: FaultRule['fault']) => Promise<unknown>
  /** The paths that were posted to. */
  readonly posted: () => Promise<readonly string[]>
}

export const test = base.extend<Fixtures>({
  openReport: async ({ openWatching, server, ask }, use) => {
    await use(async (set, alike) => {
      const window = await openWatching([job], set)
      if (alike !== undefined) {
        const set = { status: 'in_progress', total_items: 5, metadata: { stage: alike } }
        await server.control.merchantJob('enrichment-bbbb2222', set)
        await ask('jobs:watch', window.connectionId, 'enrichment-bbbb2222')
        await expect(window.page.getByRole('listitem').filter({ hasText: 'bbbb2222' })).toContainText(alike)
      }
      await window.page.getByRole('button', { name: job.slice(-8) }).focus()
      await window.page.keyboard.press('r')
      return window
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
