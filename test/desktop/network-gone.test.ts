import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Snapshot, WatchedJob } from '../../src/shared/snapshot'
import { overTls } from '../app/support/in-front'
import { aCertificate } from '../wire/certificate'
import { islandPort, mayMakeIslands, outside, startOnAnIsland } from './support/island'
import { expect, running, test } from './support/real-desktop'

const here = 'crawl-onthisone'
const away = ['crawl-faraway01', 'crawl-faraway02', 'crawl-faraway03']

/** So long at least is the server left alone when the network comes back, ms; by itself the app would not ask sooner. */
const leftAloneMs = 30_000
/** The pause doubles with each look in vain; the fourth is longer than that whatever chance says, ms. */
const longestWaitMs = 200_000

test('with no network what runs on this computer is watched all the same, and a network that is back is used at once, however long the wait had become (fault 26)', async ({
  desktop,
  profile,
  ask,
  stateUntil,
  jobUntil,
  server: { control, merchant },
}) => {
  test.skip(!mayMakeIslands(), 'this user may not make a network of their own')
  const certificate = aCertificate({ ip: ['127.0.0.1', outside] })
  const caFile = join(desktop.home, 'authority.pem')
  writeFileSync(caFile, certificate.cert)
  for (const id of [here, ...away]) await control.merchantJob(id, running)

  const island = await startOnAnIsland(desktop, profile, await overTls(merchant.baseUrl, certificate))
  try {
    await stateUntil(() => true)
    await ask('settings:change', { caFile, pace: 'brisk' })
    const watch = async (host: string, ids: readonly string[]): Promise<string> => {
      const form = { ...merchant, name: host, baseUrl: `https://${host}:${islandPort}` }
      const saved = await ask('connections:save', null, form, false)
      if (!saved.ok) throw new Error(saved.message)
      const { id } = saved.connection
      await ask('jobs:watch', id, ids.join('\n'))
      await stateUntil(({ jobs }) => {
        const mine = jobs.filter(({ ref }) => ref.connectionId === id)
        return mine.length === ids.length && mine.every(({ job, fault }) => job !== null && fault === null)
      })
      return id
    }
    const atHome = await watch('127.0.0.1', [here])
    await island.plugIn()
    const farAway = await watch(outside, away)

    await island.cutOff()
    await control.change(here, { processed_items: 7 })
    await ask('jobs:look-now', [{ connectionId: atHome, jobId: here }])
    await jobUntil(here, ({ job, fault }) => job?.processed === 7 && fault === null)

    const waitOf = ({ connections }: Snapshot): number =>
      Date.parse(connections.find(({ id }) => id === farAway)?.waitsUntil ?? '')
    const isLost = ({ ref, fault }: WatchedJob): boolean =>
      ref.connectionId === atHome || fault?.fault.kind === 'unreachable'
    const alone = await stateUntil(
      state => state.jobs.every(isLost) && waitOf(state) - Date.now() > leftAloneMs,
      longestWaitMs,
    )
    await island.reconnect()
    await stateUntil(({ jobs }) => jobs.every(({ fault }) => fault === null))
    expect(Date.now()).toBeLessThan(waitOf(alone))
    expect((await ask('state:read')).notices.filter(({ kind }) => kind === 'ended')).toEqual([])
  } finally {
    await island.leave()
  }
})
