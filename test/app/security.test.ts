import { type Dirent, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { canSandbox } from '../../scripts/desktop/as-user.mjs'
import { socketPath } from '../../src/profile/paths'
import { commandOf, familyOf, statusOf } from '../desktop/support/app-traces'
import { holderOf } from '../desktop/support/processes-of'
import { expect, test } from '../desktop/support/real-desktop'

test('every page runs in the sandbox, isolated, without Node and with nothing loosened', async ({ launch }) => {
  const { electron, firstRun } = await launch()
  const page = await firstRun()
  const preferences = await electron.evaluate(({ webContents }) =>
    // left out of Electron's types
    webContents
      .getAllWebContents()
      .map(contents => Reflect.apply(Reflect.get(contents, 'getLastWebPreferences'), contents, [])),
  )
  expect(preferences).toHaveLength(1)
  expect(preferences[0]).toMatchObject({
    nodeIntegration: false,
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
  })
  for (const loose of [
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'enableBlinkFeatures',
    'nodeIntegrationInSubFrames',
    'nodeIntegrationInWorker',
    'webviewTag',
    'navigateOnDragDrop',
  ])
    expect(Reflect.get(preferences[0] ?? {}, loose), loose).toBeFalsy()
  const words = ['require', 'process', 'module', 'global', 'Buffer', 'ipcRenderer', 'electron']
  expect(await page.evaluate(names => names.map(name => typeof Reflect.get(window, name)), words)).toEqual(
    words.map(() => 'undefined'),
  )
})

test('the system confines the page: system calls are filtered and it sees only its own processes', async ({
  start,
}) => {
  test.skip(!canSandbox(null), 'this user cannot make the namespaces that the sandbox needs')
  const app = await start()
  const renderers = () => familyOf(app.pid).filter(pid => commandOf(pid).includes('--type=renderer'))
  await expect.poll(() => renderers().length).toBe(1)
  // the filter is put on when the process has started
  await expect.poll(() => statusOf(renderers()[0] ?? 0)).toMatch(/^Seccomp:\t2$/m)
  expect(/^NSpid:\t(.*)$/m.exec(statusOf(renderers()[0] ?? 0))?.[1]?.split('\t').length).toBeGreaterThanOrEqual(2)
  for (const pid of familyOf(app.pid)) expect(commandOf(pid)).not.toContain('--no-sandbox')
})

test('only the owner of the profile can read it or reach the app', async ({
  profile,
  server: { control },
  start,
  watchMerchant,
}) => {
  await control.merchantJob('crawl-modes001', { status: 'in_progress' })
  await start()
  // Where nothing else says so, what the app makes is its owner's alone from its first moment: its socket, too.
  expect(statusOf(holderOf(profile) ?? 0)).toMatch(/^Umask:\t0077$/m)
  await watchMerchant('crawl-modes001')
  // The app runs: what is listed may be gone before it is looked at.
  const entriesOf = (folder: string): readonly Dirent[] => {
    try {
      return readdirSync(folder, { withFileTypes: true })
    } catch {
      return []
    }
  }
  const below = (folder: string): readonly string[] => [
    folder,
    ...entriesOf(folder).flatMap(entry =>
      entry.isSymbolicLink() ? [] : entry.isDirectory() ? below(join(folder, entry.name)) : [join(folder, entry.name)],
    ),
  ]
  const isOpen = (path: string) => ((lstatSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0
  const found = below(profile)
  expect(found).toContain(join(profile, 'journal.db'))
  const open = found.filter(isOpen)
  expect(open).toEqual([])
  expect(lstatSync(profile).mode & 0o777).toBe(0o700)
  expect(lstatSync(socketPath(profile)).mode & 0o777).toBe(0o600)
  expect(lstatSync(join(profile, 'journal.db')).mode & 0o777).toBe(0o600)
})
