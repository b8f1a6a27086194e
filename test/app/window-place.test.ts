import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright/test'
import { expect, test } from '../support/app'

const bounds = (electron: ElectronApplication) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())

test('the window comes back where it was left, in the next run as well', async ({ launch }) => {
  const app = await launch({ mode: 'live' })
  await app.window()
  const left = { x: 120, y: 80, width: 700, height: 520 }
  await app.electron.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), left)
  await expect.poll(() => bounds(app.electron)).toEqual(left)
  await app.quit()

  const next = await launch({ mode: 'live' })
  await next.window()
  await expect.poll(() => bounds(next.electron)).toEqual(left)
})

test('a spoilt file of its place costs nothing but the place', async ({ launch, profile }) => {
  mkdirSync(profile, { mode: 0o700 })
  writeFileSync(join(profile, 'window.json'), '{"x": 12')
  const app = await launch({ mode: 'live' })
  await app.window()
  await expect.poll(() => bounds(app.electron)).toMatchObject({ width: 960, height: 680 })
})
