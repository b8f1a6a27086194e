import { setTimeout as pass } from 'node:timers/promises'
import { expect, test } from './support/real-desktop'

test.use({ desktopOptions: { logind: true } })

const jobs = Array.from({ length: 12 }, (_, number) => `crawl-sleepy${String(number).padStart(2, '0')}`)
/** Three times the pause between two looks at the brisk pace. */
const nightMs = 6_000

test('while the computer sleeps nothing is asked, and after waking each job once (fault 25)', async ({
  ask,
  desktop,
  server: { control },
  startWatching,
}) => {
  await startWatching(...jobs)
  await expect.poll(() => desktop.logind.asked()).toBeGreaterThan(0)

  await desktop.logind.fallAsleep()
  // The app's answer comes after what it was told before.
  await ask('state:read')
  const dusk = await control.settled()
  await pass(nightMs)
  expect(await control.requests(dusk)).toEqual([])

  // So that nothing but the waking makes anybody look: the next look of its own would come after a quarter of a minute.
  await ask('settings:change', { pace: 'gentle' })
  desktop.logind.wake()
  await expect.poll(async () => Math.min(...(await control.asked(jobs, dusk)))).toBeGreaterThanOrEqual(1)
  await control.settled()
  // A look is one or two requests; a second look, as for the second of Electron's two events, would be a third.
  expect(Math.max(...(await control.asked(jobs, dusk)))).toBeLessThanOrEqual(2)
})
