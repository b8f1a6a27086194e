import { setTimeout as pass } from 'node:timers/promises'
import { expect, test } from './support/real-desktop'

test.use({ desktopOptions: { logind: true } })

const jobs = Array.from({ length: 12 }, (_, number) => `crawl-sleepy${String(number).padStart(2, '0')}`)
/** Three times the pause between two looks at the brisk pace. */
const nightMs = 6_000
/** What was on its way when the signal came may still arrive. */
const graceMs = 300

test('while the computer sleeps nothing is asked, and soon after waking each job once (fault 25)', async ({
  ask,
  desktop,
  server: { control },
  startWatching,
}) => {
  await startWatching(...jobs)
  await expect.poll(() => desktop.logind.asked()).toBeGreaterThan(0)

  desktop.logind.fallAsleep()
  await pass(graceMs)
  const dusk = await control.newest()
  await pass(nightMs)
  expect(await control.requests(dusk)).toEqual([])

  // So that nothing but the waking makes anybody look.
  await ask('settings:change', { pace: 'gentle' })
  desktop.logind.wake()
  await pass(2_000)
  await expect.poll(async () => Math.min(...(await control.asked(jobs, dusk)))).toBeGreaterThanOrEqual(1)
  // A look is one or two requests; a second look so soon would be a third.
  expect(Math.max(...(await control.asked(jobs, dusk)))).toBeLessThanOrEqual(2)
})
