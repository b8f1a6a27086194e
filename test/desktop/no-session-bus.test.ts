import { keysInFiles } from './support/app-traces'
import { expect, test } from './support/real-desktop'
import { spawnApp } from './support/spawned-app'

test('without any session bus the app watches, and a key is kept until the end of the session alone (fault 31)', async ({
  ask,
  desktop,
  jobUntil,
  profile,
  server: { control, merchant },
  stateUntil,
}) => {
  await control.merchantJob('crawl-nobus001', { status: 'in_progress', total_items: 10, processed_items: 4 })
  const { DBUS_SESSION_BUS_ADDRESS: _, ...env } = desktop.env
  const app = await spawnApp({ env, trayWithout: desktop.trayWithout }, ['--live', '--profile', profile])
  try {
    await stateUntil(() => true)
    const refused = await ask('connections:save', null, merchant, false)
    expect(refused).toMatchObject({ ok: false, field: 'key', canInsist: true })
    expect(refused.ok ? '' : refused.message).toContain('There is no keychain')
    const kept = await ask('connections:save', null, merchant, true)
    expect(kept).toMatchObject({ ok: true, connection: { keyState: 'session-only' } })
    await ask('jobs:watch', kept.ok ? kept.connection.id : '', 'crawl-nobus001')
    await jobUntil('crawl-nobus001', ({ job }) => job?.processed === 4)
    expect(keysInFiles(desktop.home, [merchant.key ?? ''])).toEqual([])
  } finally {
    await app.kill()
  }
})
