import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { timeLimits } from '../../src/main/apis/http/limits'
import { socketPath } from '../../src/profile/paths'
import { expect, test } from './support/real-desktop'
import { spawnApp } from './support/spawned-app'

test('--seconds ends the app with 0, and wrong words end it with 2', async ({ desktop, profile, start }) => {
  const app = await start(['--seconds', '1'])
  expect(await app.exit).toEqual({ code: 0, signal: null })
  expect(existsSync(socketPath(profile))).toBe(false)
  const wrong = await spawnApp(desktop, ['--live', '--demo', '--profile', profile])
  expect(await wrong.exit).toEqual({ code: 2, signal: null })
  await expect.poll(wrong.output).toContain('jobtray: Choose one of --demo and --live.\n')
})

test('SIGTERM ends the app with 0, leaves no socket and keeps what was known', async ({
  profile,
  server: { control },
  start,
  startWatching,
  ask,
  lookNow,
}) => {
  const first = await startWatching('crawl-term0001')
  // A server that never answers must not keep it: that it would wait for, if for anything.
  await control.fault({ fault: { kind: 'delay', ms: 3_600_000 } })
  const asked = await control.newest()
  await lookNow()
  await expect.poll(() => control.newest()).toBeGreaterThan(asked)
  const told = performance.now()
  first.signal('SIGTERM')
  expect(await first.exit).toEqual({ code: 0, signal: null })
  expect(performance.now() - told).toBeLessThan(timeLimits.headersMs)
  expect(existsSync(socketPath(profile))).toBe(false)
  await start()
  expect((await ask('state:read')).jobs).toMatchObject([{ job: { processed: 4 } }])
})

test('SIGTERM while the app is still starting ends it as well', async ({ profile, start }) => {
  const app = await start()
  app.signal('SIGTERM')
  app.signal('SIGTERM')
  // On a busy machine the second may come when Node has gone already, and takes what is left of Chromium with it.
  expect([
    { code: 0, signal: null },
    { code: null, signal: 'SIGTERM' },
  ]).toContainEqual(await app.exit)
  // put away in order all the same
  expect(['jobtray.sock', 'journal.db-wal'].filter(name => existsSync(join(profile, name)))).toEqual([])
  expect(existsSync(socketPath(profile))).toBe(false)
})

test('asked to quit while it still starts, it ends with 0 each time, and closes its journal', async ({
  profile,
  start,
  ask,
  lifeBefore,
}) => {
  await lifeBefore('crawl-quit0001')
  // One such quit in three ended by SIGSEGV on a busy machine.
  for (let run = 0; run < 6; run += 1) {
    const app = await start()
    await ask('app:quit')
    expect(await app.exit, app.output()).toEqual({ code: 0, signal: null })
    expect(existsSync(join(profile, 'journal.db-wal'))).toBe(false)
  }
})
