import { expect, running, test } from './support/real-desktop'

const job = 'crawl-held0001'
const shutIn = { code: 75, stdout: '' }

test('a report ordered while the keychain is locked is held, says so, and goes by itself when that is unlocked (fault 31)', async ({
  desktop,
  server: { control },
  start,
  ask,
  runCli,
  lifeBefore,
}) => {
  await lifeBefore(job)
  await desktop.keyring.lock()
  await start()
  const said = await runCli(['post', 'Outfitters', job, '--processed', '5'])
  expect(said).toMatchObject(shutIn)
  expect(said.stderr).toMatch(
    /^Waits: the keychain is locked\. Unlock it\. Then this is sent by itself\. Use jobtray key Outfitters --retry then; .*--key-stdin gives the key again\. It stays/m,
  )
  expect((await runCli(['outbox'])).stdout).toMatch(/STATE {4}WHY\n.* {2}Waiting {2}The keychain is locked\./)
  expect((await control.requests()).filter(({ method }) => method === 'POST')).toEqual([])
  await desktop.keyring.unlock()
  await expect.poll(async () => (await ask('state:read')).posts[0]?.state).toBe('sent')
  expect((await control.requests()).filter(({ method }) => method === 'POST')).toHaveLength(1)
})

test('reports that meet a revoked key wait for a good one, and then go in their order', async ({
  server: { control, merchant },
  start,
  ask,
  runCli,
  watchMerchant,
}) => {
  await control.merchantJob(job, running)
  await start()
  await watchMerchant(job)
  await control.fault({
    match: { path: '/api/jobs/*' },
    count: 1_000,
    fault: { kind: 'answer', status: 401, body: {} },
  })
  const first = await runCli(['post', 'Outfitters', job, '--processed', '5'])
  expect(first).toMatchObject(shutIn)
  expect(first.stderr).toMatch(
    /^Waits: the server refused the key \(401\)\. .* Use jobtray key Outfitters --key-stdin\./m,
  )
  const second = await runCli(['post', 'Outfitters', job, '--processed', '6'])
  expect(second).toMatchObject(shutIn)
  expect(second.stderr).toMatch(/^An earlier report of this job \(.*5 processed\) goes first\./m)
  await control.tell('DELETE', '/faults')
  expect(await runCli(['key', 'Outfitters', '--key-stdin'], `${merchant.key}\n`)).toMatchObject({ code: 0 })
  await expect.poll(async () => (await ask('state:read')).posts.map(({ state }) => state)).toEqual(['sent', 'sent'])
  expect((await ask('state:read')).jobs[0]?.job?.processed).toBe(6)
})

test('a report that is refused while no window is open is told by a notification that leads to the outbox', async ({
  desktop,
  server: { control },
  start,
  ask,
  lifeBefore,
}) => {
  const connectionId = await lifeBefore(job)
  // With a connection there is no window at the start.
  await start()
  await control.fault({ match: { method: 'POST' }, count: 1, fault: { kind: 'answer', status: 409, body: {} } })
  const content = { kind: 'progress', jobId: job, input: { processedItems: 5 } } as const
  await ask('posts:put', { id: crypto.randomUUID(), connectionId, content, form: null }, 'send')
  const notice = await desktop.notices.until(({ title }) => title === 'A report was refused')
  expect(notice.body).toContain('The job has changed meanwhile.')
  await desktop.tray.until(({ tooltip }) => tooltip.includes('needs attention'))
})
