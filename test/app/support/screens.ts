import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright/test'
import type { Snapshot } from '../../../src/shared/snapshot'
import { expect } from '../../support/app'
import { endAnimations } from './axe'

export type Screen = {
  readonly name: string
  /** Goes there from anywhere; resolves when it can be looked at. */
  readonly go: (page: Page) => Promise<void>
}

const toHash = (page: Page, hash: string) =>
  page.evaluate(target => {
    window.location.hash = target
  }, hash)

const place = (name: string, hash: string, heading: RegExp): Screen => ({
  name,
  async go(page) {
    await toHash(page, hash)
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  },
})

const jobs = place('jobs', '#/', /^Jobs/)

/** The address of the job with the most to see: the one that failed the most items. */
const mostFailed = async (): Promise<string> => {
  const bridge: { readonly readState: () => Promise<string> } = Reflect.get(window, 'jobtray')
  const { jobs }: Pick<Snapshot, 'jobs'> = JSON.parse(await bridge.readState())
  const seen = jobs.filter(({ job, vendor }) => job !== null && vendor === 'merchantops')
  const [most] = seen.sort((a, b) => (b.job?.failed ?? 0) - (a.job?.failed ?? 0))
  return most === undefined ? '#/' : `#/job/${most.ref.connectionId}/${encodeURIComponent(most.ref.jobId)}`
}

/** Opens the page of that job, without a click that a row may move away from. */
export async function openJob(page: Page): Promise<void> {
  await jobs.go(page)
  await toHash(page, await page.evaluate(mostFailed))
  await page.getByRole('tab').first().waitFor()
}

const tabOf = (name: string, tab: string): Screen => ({
  name,
  async go(page) {
    await openJob(page)
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
  },
})

const find = (name: string, keys: string): Screen => ({
  name,
  async go(page) {
    await place(name, '#/find', /^Find/).go(page)
    await page.getByRole('textbox', { name: 'Keys of items' }).fill(keys)
    if (keys === '') await page.getByText('Which items?').waitFor()
    else await page.getByRole('main').getByRole('status').first().waitFor()
  },
})

/** Every page of the window, with the jobs of the demo. */
export const pages: readonly Screen[] = [
  jobs,
  { name: 'job', go: openJob },
  tabOf('job-errors', 'Errors'),
  tabOf('job-stages', 'Stages'),
  tabOf('job-metadata', 'Metadata'),
  tabOf('job-json', 'JSON'),
  place('inbox', '#/inbox', /^Inbox/),
  place('outbox', '#/outbox', /^Outbox/),
  place('connections', '#/connections', /^Connections/),
  find('find-empty', ''),
  // How the SKUs of the demo begin.
  find('find', 'MPL-'),
  place('settings', '#/settings', /^Settings/),
  place('diagnostics', '#/diagnostics', /^Diagnostics/),
  place('create', '#/create', /./),
  {
    name: 'report',
    async go(page) {
      await openJob(page)
      await page.getByRole('button', { name: /^Report progress/ }).click()
      await page.getByRole('button', { name: /^Send/ }).first().waitFor()
    },
  },
]

const anyDialog = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog'))

const dialogOf = (name: string, from: Screen, open: (page: Page) => Promise<void>): Screen => ({
  name: `dialog-${name}`,
  async go(page) {
    await from.go(page)
    // One that is still closing is not taken for the next.
    await expect(anyDialog(page)).toHaveCount(0)
    await open(page)
    await anyDialog(page).waitFor()
  },
})

const connections = place('connections', '#/connections', /^Connections/)

const fromMenu = (name: string, item: string): Screen =>
  dialogOf(name, connections, async page => {
    await page
      .getByRole('button', { name: /^Acts for/ })
      .first()
      .click()
    await page.getByRole('menuitem', { name: item, exact: true }).click()
  })

/** Every dialog; one that is open is closed by Escape. */
export const dialogs: readonly Screen[] = [
  dialogOf('watch', jobs, page => page.getByRole('button', { name: 'Watch jobs' }).click()),
  dialogOf('palette', jobs, page => page.keyboard.press('Control+k')),
  dialogOf('shortcuts', place('settings', '#/settings', /^Settings/), page =>
    page.getByRole('button', { name: 'Keyboard shortcuts' }).click(),
  ),
  dialogOf('connection', connections, page =>
    page.getByRole('main').getByRole('button', { name: 'Add a connection' }).click(),
  ),
  fromMenu('notices', 'Notifications…'),
  fromMenu('doctor', 'Test…'),
  fromMenu('key', 'Replace the key…'),
  fromMenu('remove', 'Remove…'),
]

/** Closes what is open; pressed before a dialog listens, Escape is pressed again. */
const leave = (page: Page): Promise<void> =>
  expect(async () => {
    await page.keyboard.press('Escape')
    await expect(anyDialog(page)).toHaveCount(0, { timeout: 2_000 })
  }).toPass()

/** Ms that a screen has to settle: what has just come still takes its place, fades in or is filled. */
const settlesWithin = 10_000

/**
 * Goes to each screen and looks until nothing is wrong there; what still is after a while, each with the name of its screen.
 */
export async function wrongsOn(
  page: Page,
  screens: readonly Screen[],
  look: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const { name, go } of screens) {
    await leave(page)
    await go(page)
    const until = Date.now() + settlesWithin
    let found = await look()
    while (found.length > 0 && Date.now() < until) {
      await sleep(100)
      found = await look()
    }
    wrong.push(...found.map(what => `${name}: ${what}`))
  }
  await leave(page)
  return wrong
}

/** Wears a theme; resolves when the page does, down to the last colour: some change over a tenth of a second. */
export async function wear(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(async chosen => {
    const bridge: { changeSettings(patch: object): Promise<unknown> } = Reflect.get(window, 'jobtray')
    await bridge.changeSettings({ theme: chosen })
  }, theme)
  // Not `waitForFunction`: that looks once a frame, and a window that is not drawn has none.
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme)
  await endAnimations(page)
}
