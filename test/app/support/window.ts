import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { root } from '../../../scripts/project.mjs'
import { test as base, expect, running } from '../../desktop/support/real-desktop'
import type { Fields } from '../../desktop/support/sandbox-control'
import type { LaunchedApp, LaunchOptions } from '../../support/launched-app'

export { expect }

/** Where pictures of the window go, for the README and for looking at. */
export const picture = (name: string): string => join(root, 'out/shots', `${name}.png`)

export type OpenWindow = {
  readonly app: LaunchedApp
  readonly page: Page
  /** What the page's policy refused and what threw, since the window opened. */
  readonly wrongs: () => readonly string[]
}

type Fixtures = {
  readonly open: (options?: LaunchOptions) => Promise<OpenWindow>
  /** Opens the demo with a life that is always the same; resolves when its jobs can be seen. */
  readonly openDemo: () => Promise<OpenWindow>
  /** Makes jobs, `running` where nothing else is said, opens the window and watches them; resolves when it lists them. */
  readonly openWatching: (
    jobIds: readonly string[],
    set?: Fields,
  ) => Promise<OpenWindow & { readonly connectionId: string }>
}

/** Starts the app and takes its window; a test fails when the page broke its own policy or threw. */
export const test = base.extend<Fixtures>({
  open: async ({ launch }, use) => {
    const opened: OpenWindow[] = []
    await use(async options => {
      const app = await launch(options)
      const page = await app.window()
      const wrongs: string[] = []
      page.on('pageerror', error => wrongs.push(`threw: ${error.message}`))
      page.on('console', message => {
        if (message.type() === 'error') wrongs.push(`error: ${message.text()}`)
      })
      const window = { app, page, wrongs: () => wrongs }
      opened.push(window)
      return window
    })
    for (const { wrongs } of opened) if (wrongs().length > 0) throw new Error(`in the page: ${wrongs().join('; ')}`)
  },
  openDemo: async ({ open }, use) => {
    await use(async () => {
      const window = await open({ mode: 'demo', args: ['--seed', '7'] })
      await window.page
        .getByRole('button', { name: /^Crawl/ })
        .first()
        .waitFor()
      return window
    })
  },
  openWatching: async ({ open, server, watchMerchant }, use) => {
    await use(async (jobIds, set = running) => {
      for (const id of jobIds) await server.control.merchantJob(id, set)
      const window = await open()
      const connectionId = await watchMerchant(...jobIds)
      // Main knows them before the page does: a key that is pressed meanwhile is lost, and a row of which nothing is known yet moves.
      const rows = window.page.getByRole('list', { name: 'Watched jobs' }).getByRole('listitem')
      if (jobIds.length > 0) await rows.first().waitFor()
      await expect(window.page.getByText(/^Looking for the first time|still wait for their first look/)).toHaveCount(0)
      return { ...window, connectionId }
    })
  },
})
