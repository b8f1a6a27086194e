import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { canSandbox } from '../../scripts/desktop/as-user.mjs'
import { type Desktop, openDesktop } from '../../scripts/desktop/open.mjs'
import { root } from '../../scripts/project.mjs'
import { resolveRuntime } from '../../scripts/runtime/resolve.mjs'
import { test as base, expect } from '../support/app'

type StartFixtureApp = (on?: Desktop) => Promise<{ readonly exit: Promise<number | null> }>

const test = base.extend<{ readonly startFixtureApp: StartFixtureApp }>({
  startFixtureApp: async ({ desktop }, use) => {
    const started: ChildProcess[] = []
    await use(async (on = desktop) => {
      const { executable } = await resolveRuntime()
      const switches = canSandbox(null) ? [] : ['--no-sandbox']
      const child = spawn(executable, [...switches, join(root, 'test/support/fixture-app')], { env: on.env })
      started.push(child)
      return { exit: new Promise(resolve => child.once('exit', resolve)) }
    })
    for (const child of started) child.kill('SIGKILL')
  },
})

test('the private desktop sees a tray item, its menu and its icon, and can click', async ({
  desktop,
  startFixtureApp,
}) => {
  const app = await startFixtureApp()
  const first = await desktop.tray.until(item => item.tooltip === '1 active' && item.menu.length > 0)
  expect(first.status).toBe('Active')
  expect(first.icon?.subarray(1, 4).toString()).toBe('PNG')
  expect(first.menu.map(({ label }) => label)).toEqual(['Crawl · 10 %', '', 'Pause', 'More', 'Quit'])
  expect(first.menu[2]?.toggleState).toBe(true)
  expect(first.menu[3]?.children).toMatchObject([{ label: 'Inner', enabled: false }])

  await desktop.tray.activate()
  await desktop.tray.until(item => item.tooltip === 'activated')
  await desktop.tray.click('Crawl · 10 %')
  await desktop.tray.until(item => item.tooltip === '2 active' && item.menu[0]?.label === 'Crawl · 20 %')
  await expect(desktop.tray.click('Retry')).rejects.toThrow('has no "Retry"')

  await desktop.tray.click('Quit')
  expect(await app.exit).toBe(0)
  await expect.poll(() => desktop.tray.item()).toBeNull()
})

test('the private desktop records a notification once and passes its click on', async ({
  desktop,
  startFixtureApp,
}) => {
  const app = await startFixtureApp()
  await desktop.tray.until(item => item.menu.length > 0)
  await desktop.tray.click('Crawl · 10 %')
  const notice = await desktop.notices.until(({ title }) => title === 'Crawl finished')
  expect(notice).toMatchObject({ appName: 'Fixture App', body: '3 of 3 items', replaces: 0 })
  desktop.notices.click(notice.id)
  await desktop.tray.until(item => item.tooltip === 'notice clicked')
  expect(desktop.notices.all()).toHaveLength(1)
  await desktop.tray.click('Quit')
  await app.exit
})

test('two desktops at once do not see each other, and nothing of one is left when it closes', async ({
  desktop,
  startFixtureApp,
}) => {
  const other = await openDesktop()
  const app = await startFixtureApp(other)
  await other.tray.until(item => item.tooltip === '1 active')
  expect(desktop.tray.items()).toEqual([])
  const shot = join(desktop.home, 'screen.png')
  other.screenshot(shot)
  expect(readFileSync(shot).readUInt32BE(16)).toBe(1440)
  await other.tray.click('Quit')
  await app.exit
  await other.close()
  expect(existsSync(other.home)).toBe(false)
})

test.describe('with a locked keychain and a dead notification daemon', () => {
  test.use({ desktopOptions: { keyring: 'locked', notifications: 'dead', trayHost: false } })

  const ask = async (desktop: Desktop, path: string, name: string, property: string) => {
    const [value] = await desktop.bus.call({
      destination: 'org.freedesktop.secrets',
      path,
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: [name, property],
    })
    return value
  }

  test('the desktop says so, and the keychain opens when told to', async ({ desktop }) => {
    const locked = async () =>
      JSON.stringify(
        await ask(desktop, '/org/freedesktop/secrets/collection/login', 'org.freedesktop.Secret.Collection', 'Locked'),
      )
    expect(await locked()).toContain('true')
    await desktop.keyring.unlock()
    expect(await locked()).toContain('false')
    expect(await desktop.bus.isOwned('org.freedesktop.Notifications')).toBe(false)
    expect(await desktop.bus.isOwned('org.kde.StatusNotifierWatcher')).toBe(false)
    expect(() => desktop.notices).toThrow('no recorder')
  })
})
