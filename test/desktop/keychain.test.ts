import { keysInFiles } from './support/app-traces'
import { deleteKey, keysKept } from './support/keychain-of'
import { expect, running, test } from './support/real-desktop'

test('a key is kept in the keychain under its connection, and a restart needs no new one', async ({
  desktop,
  server: { control, merchant },
  start,
  ask,
  jobUntil,
  lifeBefore,
}) => {
  const id = await lifeBefore('crawl-kept0001')
  expect((await keysKept(desktop)).get(id)).toBe(merchant.key)
  await start()
  await control.change('crawl-kept0001', { processed_items: 5 })
  await jobUntil('crawl-kept0001', ({ job }) => job?.processed === 5)
  expect((await ask('state:read')).connections[0]).toMatchObject({ keyState: 'has-key', fault: null })
})

test('a locked keychain at the start keeps the jobs waiting, and unlocking takes them up', async ({
  desktop,
  server: { control },
  start,
  ask,
  stateUntil,
  jobUntil,
  lifeBefore,
}) => {
  await lifeBefore('crawl-locked01')
  await desktop.keyring.lock()
  const asked = await control.newest()

  await start()
  const waiting = await stateUntil(({ connections }) => connections[0]?.fault?.fault.kind === 'no-key')
  expect(waiting.connections[0]).toMatchObject({ keyState: 'locked', fault: { fault: { why: 'locked' } } })
  expect(waiting.jobs).toMatchObject([{ ref: { jobId: 'crawl-locked01' }, job: { processed: 4 } }])
  await ask('keychain:retry')
  expect((await ask('state:read')).connections[0]).toMatchObject({ keyState: 'locked' })
  expect(await control.requests(asked)).toEqual([])

  await control.change('crawl-locked01', { processed_items: 6 })
  await desktop.keyring.unlock()
  await jobUntil('crawl-locked01', ({ job }) => job?.processed === 6)
  expect((await ask('state:read')).connections[0]).toMatchObject({ keyState: 'has-key', fault: null })
})

test('a key deleted behind our back is asked for again, and watching goes on with the new one', async ({
  desktop,
  server: { control, merchant },
  start,
  ask,
  stateUntil,
  jobUntil,
  lifeBefore,
}) => {
  const id = await lifeBefore('crawl-deleted1')
  await deleteKey(desktop, id)
  await start()
  const without = await stateUntil(({ connections }) => connections[0]?.fault?.fault.kind === 'no-key')
  expect(without.connections[0]).toMatchObject({ keyState: 'no-key', fault: { fault: { why: 'none' } } })
  const notice = await desktop.notices.until(({ title }) => title === 'Outfitters is not being watched')
  expect(notice.body).toBe('This connection has no key. Enter one.')

  await control.change('crawl-deleted1', { processed_items: 7 })
  expect(await ask('connections:save', id, merchant, false)).toMatchObject({ ok: true })
  await jobUntil('crawl-deleted1', ({ job }) => job?.processed === 7)
  expect((await keysKept(desktop)).get(id)).toBe(merchant.key)
})

test('a keychain that was not there at the start is taken up as soon as it comes, without a restart (fault 31)', async ({
  desktop,
  server: { control },
  start,
  ask,
  stateUntil,
  jobUntil,
  lifeBefore,
}) => {
  await lifeBefore('crawl-nochain1')
  await desktop.keyring.stop()

  await start()
  const waiting = await stateUntil(({ connections }) => connections[0]?.fault?.fault.kind === 'no-key')
  expect(waiting.connections[0]).toMatchObject({ keyState: 'unavailable', fault: { fault: { why: 'no-keychain' } } })
  await control.change('crawl-nochain1', { processed_items: 6 })
  await desktop.keyring.startAgain()
  await jobUntil('crawl-nochain1', ({ job }) => job?.processed === 6)
  expect((await ask('state:read')).connections[0]).toMatchObject({ keyState: 'has-key', fault: null })
})

const connected = 'Connected Outfitters. The key is kept until the app quits: the keychain did not take it.\n'

const keptNowhere = [
  ['locked', 'The keychain is locked.'],
  ['absent', 'There is no keychain'],
] as const

for (const [keyring, sentence] of keptNowhere) {
  test.describe(`with a keychain that is ${keyring}`, () => {
    test.use({ desktopOptions: { keyring } })

    test(`a key is refused with the reason, and kept until the end of the session when one insists, on no disk (${keyring}, fault 31)`, async ({
      desktop,
      server: { control, merchant },
      start,
      runCli,
      ask,
      jobUntil,
      stateUntil,
    }) => {
      await control.merchantJob('crawl-session1', running)
      const first = await start()
      const refused = await ask('connections:save', null, merchant, false)
      expect(refused).toMatchObject({ ok: false, field: 'key', canInsist: true })
      expect(refused.ok ? '' : refused.message).toContain(sentence)
      expect((await ask('state:read')).connections).toEqual([])

      const words = ['connect', '--name', 'Outfitters', '--vendor', 'merchantops', '--url', merchant.baseUrl]
      const said = await runCli([...words, '--key-stdin', '--no-proof'], `${merchant.key}\n`)
      expect(said).toEqual({ code: 0, stdout: connected, stderr: '' })
      const [connection] = (await ask('state:read')).connections
      expect(connection?.keyState).toBe('session-only')
      await ask('jobs:watch', connection?.id ?? '', 'crawl-session1')
      await jobUntil('crawl-session1', ({ job }) => job?.processed === 4)

      expect(keysInFiles(desktop.home, [merchant.key ?? ''])).toEqual([])
      await ask('app:quit')
      await first.exit
      expect(keysInFiles(desktop.home, [merchant.key ?? ''])).toEqual([])
      await start()
      const after = await stateUntil(({ connections }) => connections[0]?.fault?.fault.kind === 'no-key')
      expect(after.connections[0]?.keyState).not.toBe('has-key')
      expect(after.jobs).toHaveLength(1)
    })
  })
}
