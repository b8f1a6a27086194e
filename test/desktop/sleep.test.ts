import { setTimeout as pass } from 'node:timers/promises'
import { expect, test } from './support/real-desktop'

test.use({ desktopOptions: { logind: true } })

const jobs = Array.from({ length: 12 }, (_, number) => `crawl-sleepy${String(number).padStart(2, '0')}`)
/** Three times the pause between two looks at the brisk pace. */
const nightMs = 6_000
/** What was on its way when the signal came may still arrive. */
const graceMs = 300

test('while the computer sleeps nothing is asked, and within two seconds of waking each job once (fault 25)', async ({
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

  desktop.logind.wake()
  await pass(2_000)
  const morning = await control.asked(jobs, dusk)
  expect(Math.min(...morning)).toBeGreaterThanOrEqual(1)
  // A look is one or two requests; a second look within the two seconds would be a third.
  expect(Math.max(...morning)).toBeLessThanOrEqual(2)
})
