import { existsSync } from 'node:fs'
import { socketPath } from '../../src/profile/paths'
import { holdStart } from './support/held-start'
import { expect, test } from './support/real-desktop'
import { spawnApp } from './support/spawned-app'

const starting = 'Starting…'

test('the tray says that the app is starting before anything else, and then what is watched', async ({
  desktop,
  profile,
}) => {
  const seen = new Set<string | null>()
  const stop = desktop.tray.onChange(item => seen.add(item?.tooltip ?? null))
  const held = holdStart(desktop)
  const app = await spawnApp({ env: { ...desktop.env, ...held.env }, trayWithout: desktop.trayWithout }, [
    '--live',
    '--profile',
    profile,
  ])
  const first = await desktop.tray.until(({ tooltip, menu }) => tooltip === starting && menu.length > 0)
  expect(first.menu.map(({ label }) => label)).toEqual(['Open Jobtray', '', 'Quit'])
  held.letGo()
  await desktop.tray.until(item => item.tooltip === 'No active jobs')
  stop()
  expect([...seen].filter(tooltip => tooltip !== '')).toEqual([starting, 'No active jobs'])
  await app.kill()
})

test('a click on the tray of an app that is still starting opens the window as soon as it can', async ({
  desktop,
  start,
  launch,
  watchMerchant,
}) => {
  const first = await start()
  await watchMerchant()
  await first.kill()
  const held = holdStart(desktop)
  const app = await launch({ env: held.env })
  await desktop.tray.until(({ tooltip }) => tooltip === starting)
  await desktop.tray.activate()
  held.letGo()
  await expect((await app.window()).getByText('Outfitters').first()).toBeVisible()
})

test('quitting while still starting ends with 0 and leaves nothing in the way of the next start', async ({
  desktop,
  profile,
  start,
  ask,
}) => {
  const env = { ...desktop.env, ...holdStart(desktop).env }
  const app = await spawnApp({ env, trayWithout: desktop.trayWithout }, ['--live', '--profile', profile])
  await desktop.tray.until(({ tooltip, menu }) => tooltip === starting && menu.some(({ label }) => label === 'Quit'))
  await desktop.tray.click('Quit')
  expect(await app.exit).toEqual({ code: 0, signal: null })
  await expect.poll(() => desktop.tray.item()).toBeNull()
  expect(existsSync(socketPath(profile))).toBe(false)
  await start()
  expect((await ask('state:read')).banners).toEqual([])
})

test('quitting while the keys are being read ends with 0, every time', async ({
  desktop,
  profile,
  server: { merchant },
  start,
  ask,
}) => {
  const first = await start()
  for (const name of ['A', 'B', 'C', 'D']) await ask('connections:save', null, { ...merchant, name }, false)
  first.signal('SIGTERM')
  await first.exit
  for (let run = 0; run < 5; run += 1) {
    const app = await spawnApp(desktop, ['--live', '--profile', profile])
    await expect.poll(() => existsSync(socketPath(profile)), { intervals: [5] }).toBe(true)
    app.signal('SIGTERM')
    expect(await app.exit).toEqual({ code: 0, signal: null })
  }
})
