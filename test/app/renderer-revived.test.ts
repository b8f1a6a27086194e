import type { ElectronApplication } from 'playwright/test'
import { expect, test } from '../desktop/support/real-desktop'
import { inPage, killNow, killPage, onScreen, rendererPid, replaced } from './support/page-process'

const running = { status: 'in_progress', total_items: 10, processed_items: 4 }

/** Where the page is and what it shows; empty while it is dead. */
const shown = async (electron: ElectronApplication): Promise<string> =>
  String((await inPage(electron, 'location.hash + " " + document.body.innerText')) ?? '')

test('a killed page comes back by itself at the job it showed, three times; then a person is asked (fault 41)', async ({
  server: { control },
  launch,
  jobUntil,
  watchMerchant,
}) => {
  await control.merchantJob('crawl-survive2', running)
  const { electron, firstRun } = await launch()
  const page = await firstRun()
  const id = await watchMerchant('crawl-survive2')
  await page.evaluate(hash => {
    window.location.hash = hash
  }, `#/job/${id}/crawl-survive2`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('is running')

  for (const processed of [5, 6, 7]) {
    await killPage(electron)
    await control.change('crawl-survive2', { processed_items: processed })
    await jobUntil('crawl-survive2', ({ job }) => job?.processed === processed)
    await expect.poll(() => shown(electron)).toMatch(new RegExp(`^#/job/${id}/crawl-survive2[^]*is running`))
  }

  await electron.evaluate(({ dialog }) => {
    Reflect.set(dialog, 'showMessageBox', async ({ message }: { message: string }) => {
      Reflect.set(globalThis, 'askedAgain', message)
      return { response: 0 }
    })
  })
  await killPage(electron)
  await expect
    .poll(() => electron.evaluate(() => Reflect.get(globalThis, 'askedAgain')))
    .toBe('The window of Jobtray keeps failing.')
  await expect.poll(() => shown(electron)).toContain('is running')
})

test('a page that hangs is ended and comes back (fault 41)', async ({ launch }) => {
  const { electron, firstRun } = await launch()
  await firstRun()
  await onScreen(electron)
  const before = await rendererPid(electron)
  // the ten seconds, shortened; a timer that the app itself has begun keeps its time
  await electron.evaluate(({ BrowserWindow }) => {
    const setReal = globalThis.setTimeout
    Reflect.set(globalThis, 'setTimeout', (act: () => void, ms?: number, ...rest: unknown[]) =>
      setReal(act, ms === 10_000 ? 50 : ms, ...rest),
    )
    const window = BrowserWindow.getAllWindows()[0]
    void window?.webContents.executeJavaScript('for (;;);').catch(() => undefined)
    window?.emit('unresponsive')
  })
  await replaced(electron, before)
  await expect.poll(() => shown(electron)).toContain('MerchantOps')
})

test('a page killed behind a closed window is let go, and the tray opens another (fault 41)', async ({
  desktop,
  launch,
  ask,
}) => {
  const { electron, firstRun } = await launch()
  await firstRun()
  await onScreen(electron)
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await killNow(electron)
  await expect.poll(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0)
  expect((await ask('state:read')).connections).toEqual([])
  await desktop.tray.click('Open Jobtray')
  await expect.poll(() => shown(electron)).toContain('MerchantOps')
})
