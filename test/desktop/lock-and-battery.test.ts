import { expect, test } from './support/real-desktop'

test.use({ desktopOptions: { logind: true } })

const jobs = Array.from({ length: 8 }, (_, number) => `crawl-lockful${number}`)
test('a locked screen and a battery make looks rarer, and an unlocked one is followed by one look at each job', async ({
  ask,
  desktop,
  server: { control },
  startWatching,
}) => {
  await startWatching(...jobs)
  // The window of a first run comes when it comes.
  const spared = async () => (await ask('diagnostics:read')).sparing.filter(why => why !== 'window hidden')
  await expect.poll(spared).toEqual([])

  desktop.logind.onBattery(true)
  await expect.poll(spared).toEqual(['on battery'])
  desktop.logind.lock(true)
  await expect.poll(spared).toEqual(['screen locked', 'on battery'])
  desktop.logind.onBattery(false)
  await expect.poll(spared).toEqual(['screen locked'])

  // So that nothing but the unlocking makes anybody look.
  await ask('settings:change', { pace: 'gentle' })
  const before = await control.settled()
  desktop.logind.lock(false)
  await expect.poll(async () => Math.min(...(await control.asked(jobs, before)))).toBeGreaterThanOrEqual(1)
  await control.settled()
  // A look is one or two requests; a second look so soon would be a third.
  expect(Math.max(...(await control.asked(jobs, before)))).toBeLessThanOrEqual(2)
  expect(await spared()).toEqual([])
})

test.describe('where nothing tells of either', () => {
  test.use({ desktopOptions: { logind: false } })

  test('a screen saver that comes up later is heard all the same, and its end ends the lock', async ({
    ask,
    desktop,
    start,
  }) => {
    await start()
    const locked = async () => (await ask('diagnostics:read')).sparing.includes('screen locked')
    expect(await locked()).toBe(false)
    const [name, path] = ['org.gnome.ScreenSaver', '/org/gnome/ScreenSaver']
    let active = true
    desktop.bus.serve(path, { name, methods: { GetActive: { takes: '', gives: 'b', answer: () => active } } })
    await desktop.bus.own(name)
    await expect.poll(locked).toBe(true)
    active = false
    desktop.bus.emit(path, name, 'ActiveChanged', 'b', [false])
    await expect.poll(locked).toBe(false)
    desktop.bus.emit(path, name, 'ActiveChanged', 'b', [true])
    await expect.poll(locked).toBe(true)
  })

  test('the app watches as ever', async ({ ask, startWatching }) => {
    await startWatching('crawl-alone')
    expect((await ask('diagnostics:read')).sparing).not.toContain('screen locked')
  })
})
