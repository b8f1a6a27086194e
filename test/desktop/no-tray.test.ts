import type { ElectronApplication } from 'playwright/test'
import { expect, test } from './support/real-desktop'
import { spawnApp } from './support/spawned-app'

const visible = (electron: ElectronApplication): Promise<readonly boolean[]> =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(window => window.isVisible()))

/** Without a window manager a minimised window looks like any other, so the call itself is counted. */
const countMinimising = (electron: ElectronApplication) =>
  electron.evaluate(({ BrowserWindow }) => {
    // A call whose answer was lost is made again.
    if (Reflect.has(globalThis, 'counted')) return
    const counted = { minimised: 0, shown: 0 }
    Reflect.set(globalThis, 'counted', counted)
    for (const window of BrowserWindow.getAllWindows()) {
      const minimise = window.minimize.bind(window)
      window.minimize = () => {
        counted.minimised += 1
        minimise()
      }
      const show = window.show.bind(window)
      window.show = () => {
        counted.shown += 1
        show()
      }
    }
  })

const counted = (electron: ElectronApplication): Promise<unknown> =>
  electron.evaluate(() => Reflect.get(globalThis, 'counted'))

test.describe('without a tray host', () => {
  test.use({ desktopOptions: { trayHost: false } })

  test('closing the window minimises it, and a second start brings it back (fault 48)', async ({
    desktop,
    profile,
    launch,
    stateUntil,
  }) => {
    const { electron } = await launch()
    await electron.firstWindow()
    await stateUntil(({ app }) => !app.hasTray)
    await expect.poll(() => visible(electron)).toEqual([true])
    await countMinimising(electron)
    await electron.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.close()
    })
    await expect.poll(() => counted(electron)).toEqual({ minimised: 1, shown: 0 })
    expect(await visible(electron)).toEqual([true])

    const second = await spawnApp(desktop, ['--live', '--profile', profile])
    expect(await second.exit).toEqual({ code: 0, signal: null })
    await expect.poll(() => counted(electron)).toEqual({ minimised: 1, shown: 1 })
  })
})

test('with a tray host, closing hides the window and the app stays', async ({ desktop, launch, ask, stateUntil }) => {
  const { electron } = await launch()
  await electron.firstWindow()
  await stateUntil(({ app }) => app.hasTray)
  await expect.poll(() => visible(electron)).toEqual([true])
  await electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close()
  })
  await expect.poll(() => visible(electron)).toEqual([false])
  expect((await ask('state:read')).app.mode).toBe('live')
  await desktop.tray.click('Open Jobtray')
  await expect.poll(() => visible(electron)).toEqual([true])
})

test('a second start shows the window of the first, whatever its other words say, and ends with 0', async ({
  desktop,
  profile,
  launch,
  ask,
  lifeBefore,
}) => {
  await lifeBefore('crawl-second01')
  const app = await launch()
  await desktop.tray.until(({ tooltip }) => tooltip === '1 active')
  expect(app.electron.windows()).toEqual([])
  const opened = app.nextWindow()
  const second = await spawnApp(desktop, [
    '--live',
    '--profile',
    profile,
    '--seconds',
    '1',
    'javascript:alert(1)',
    '--x=/etc/passwd',
  ])
  expect(await second.exit).toEqual({ code: 0, signal: null })
  expect(new URL((await opened).url()).protocol).toBe('app:')
  expect((await ask('state:read')).jobs).toHaveLength(1)
})
