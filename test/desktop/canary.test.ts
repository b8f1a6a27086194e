import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/project.mjs'
import { keysInFiles, keysInProcesses, namesBelow } from './support/app-traces'
import { keysIn } from './support/key-forms'
import { keysKept } from './support/keychain-of'
import { expect, test } from './support/real-desktop'
import { heapText, pageText, tapMessages, tappedMessages } from './support/window-traces'

/** Refused by the server; its signs look different in every encoding. */
const wrongKey = 'canary+wrong/key=&%7e"<~>'
const running = { status: 'in_progress', total_items: 10, processed_items: 4 }
const gridJob = '3f2b8c1e-5d47-4a90-9e61-0c2d4b7f8a15'

test('a key is found nowhere but in the keychain, after a whole life of connecting, faults and restarts', async ({
  desktop,
  profile,
  server: { control, merchant, retail },
  launch,
  ask,
  runCli,
  stateUntil,
  lookNow,
}) => {
  test.slow()
  const [typed, piped] = [merchant.key ?? '', retail.key ?? '']
  const keys = [typed, piped, wrongKey]
  const trayTexts: string[] = []
  desktop.tray.onChange(item => trayTexts.push(JSON.stringify({ ...item, icon: null })))
  await control.merchantJob('crawl-canary01', running)
  await control.merchantJob('crawl-canary02', running)
  await control.retailJob(gridJob, { job_type: 'csv_import', status: 'running', progress: 40 })

  const first = await launch()
  const page = await first.firstRun()
  await tapMessages(first.electron)
  await page.getByRole('button', { name: 'MerchantOps' }).click()
  await page.getByLabel('Name').fill('Outfitters')
  await page.getByLabel('Address').fill(merchant.baseUrl)
  for (const key of [wrongKey, typed]) {
    await page.getByLabel('Key', { exact: true }).fill(key)
    await page.getByRole('button', { name: 'Connect' }).click()
    if (key === wrongKey) await expect(page.getByRole('alert')).toContainText('refused')
  }
  await stateUntil(({ connections }) => connections.length === 1)
  await page.keyboard.press('Escape')
  const connect = ['connect', '--name', 'Grid shop', '--vendor', 'retailgrid', '--url', retail.baseUrl, '--key-stdin']
  const refused = await runCli(connect, `${wrongKey}\n`)
  const connected = await runCli(connect, `${piped}\n`)
  expect([refused.code, connected.code]).toEqual([1, 0])
  await ask('settings:change', { pace: 'brisk' })
  await runCli(['watch', 'Outfitters', 'crawl-canary01', 'crawl-canary02'])
  await runCli(['watch', 'Grid shop', gridJob])
  await stateUntil(({ jobs }) => jobs.length === 3 && jobs.every(({ job }) => job !== null))

  // servers that repeat the key they were sent, in a refusal and in a job
  const echo = (key: string) => ({ kind: 'answer', body: { detail: `the key ${key} is odd` } }) as const
  await control.fault({ match: { server: 'merchantops' }, fault: { ...echo(typed), status: 400 } })
  await control.fault({ match: { server: 'retailgrid' }, fault: { ...echo(piped), status: 400 } })
  await lookNow()
  await stateUntil(({ jobs }) => jobs.every(({ fault }) => fault?.fault.kind === 'rejected'))
  await control.heal()
  await control.change('crawl-canary01', { status: 'failed', error_message: `Bearer ${typed} was refused` })
  await lookNow()
  await desktop.notices.until(({ title }) => title === 'Enrichment failed')
  await control.fault({ match: { server: 'merchantops' }, fault: { ...echo(typed), status: 401 } })
  await lookNow()
  await desktop.notices.until(({ title }) => title === 'Outfitters is not being watched')
  await control.heal()

  const [merchantId, retailId] = (await ask('state:read')).connections.map(({ id }) => id)
  const pages = ['#/', '#/inbox', '#/connections', '#/settings', `#/job/${merchantId}/crawl-canary01`]
  const visit = async (from: typeof page) => {
    const texts: string[] = []
    for (const hash of pages) {
      await from.evaluate(to => window.location.assign(to), hash)
      await expect(from.locator('main')).not.toBeEmpty()
      texts.push(await pageText(from))
    }
    return texts.join('\n')
  }
  const found = [
    ...keysIn('the pages', await visit(page), keys),
    ...keysIn('the memory of the page', await heapText(page), keys),
    ...keysIn('messages to the window', (await tappedMessages(first.electron)).join('\n'), keys),
    ...keysIn('what main printed', first.output(), keys),
    ...keysIn('answers to the command line', JSON.stringify([refused, connected, await ask('state:read')]), keys),
    ...keysInProcesses(first.electron.process().pid ?? 0, keys),
    ...keysInFiles(profile, keys),
    ...keysInFiles(desktop.env.TMPDIR ?? '', keys),
  ]
  const messages = await tappedMessages(first.electron)
  expect(messages.some(text => text.includes('state:changed') && text.includes('crawl-canary02'))).toBe(true)
  expect(messages.some(text => text.includes('connections:save'))).toBe(true)

  const gone = once(first.electron.process(), 'exit')
  await ask('app:quit')
  expect(await gone).toEqual([0, null])
  const second = await launch()
  await tapMessages(second.electron)
  const opened = second.nextWindow()
  await stateUntil(({ jobs }) => jobs.length === 3)
  await desktop.tray.until(({ menu }) => menu.length > 0)
  await desktop.tray.click('Open Jobtray')
  const again = await opened
  await again.getByText('canary02').first().waitFor()
  found.push(
    ...keysIn('the pages', await visit(again), keys),
    ...keysIn('the memory of the page', await heapText(again), keys),
    ...keysIn('messages to the window', (await tappedMessages(second.electron)).join('\n'), keys),
    ...keysInProcesses(second.electron.process().pid ?? 0, keys),
    ...keysInFiles(profile, keys),
    ...keysInFiles(desktop.env.TMPDIR ?? '', keys),
    ...keysIn('the notices', JSON.stringify(desktop.notices.all()), keys),
    ...keysIn('the tray', trayTexts.join('\n'), keys),
  )
  expect(found).toEqual([])
  expect(namesBelow(profile)).toEqual(expect.arrayContaining(['journal.db-wal', 'jobtray.log', 'settings.json']))
  expect(trayTexts.length).toBeGreaterThan(3)
  const kept = await keysKept(desktop)
  expect([kept.get(merchantId ?? ''), kept.get(retailId ?? '')]).toEqual([typed, piped])
})

test('the search would find a key, wherever and however it lay', async ({ desktop, profile, launch }) => {
  const key = wrongKey
  mkdirSync(join(profile, 'deep'), { recursive: true, mode: 0o700 })
  const bytes = Buffer.from(key)
  const planted = {
    plain: `before ${key} after`,
    wide: Buffer.from(key, 'utf16le'),
    json: JSON.stringify({ key }),
    url: `?k=${encodeURIComponent(key)}`,
    percent: [...bytes].map(byte => `%${byte.toString(16).toUpperCase()}`).join(''),
    hex: bytes.toString('hex').toUpperCase(),
    base64: bytes.toString('base64'),
    'base64-1': Buffer.from(`a${key}`).toString('base64'),
    'base64-url': Buffer.from(`ab${key} and more`).toString('base64url'),
    html: `<p>${key.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}</p>`,
  }
  for (const [name, content] of Object.entries(planted)) writeFileSync(join(profile, 'deep', name), content)
  const named = new Set(keysInFiles(profile, [key]).map(({ where }) => where.split('/').at(-1)))
  expect([...named].sort()).toEqual(Object.keys(planted).sort())

  for (const [args, env] of [
    [[key], {}],
    [[], { CANARY: key }],
  ] as const) {
    const child = spawn(process.execPath, ['-e', 'console.log(1);setInterval(Date,1e6)', ...args], {
      cwd: root,
      env: { ...desktop.env, ...env },
    })
    await once(child.stdout, 'data')
    expect(keysInProcesses(process.pid, [key]).map(({ where }) => where)).toEqual([
      `/proc/${child.pid}/${args.length > 0 ? 'cmdline' : 'environ'}`,
    ])
    child.kill()
    await once(child, 'exit')
  }

  const { electron, firstRun } = await launch({ profile: `${profile}-window` })
  const page = await firstRun()
  await tapMessages(electron)
  await electron.evaluate(({ webContents }, secret) => {
    for (const contents of webContents.getAllWebContents()) contents.send('nonsense', { deep: [secret] })
  }, key)
  expect(keysIn('ipc', (await tappedMessages(electron)).join(''), [key])).not.toEqual([])
  expect(keysIn('heap', await heapText(page), [key])).toEqual([])
  await page.evaluate(secret => {
    Reflect.set(window, 'planted', { deep: [`${secret}`] })
  }, key)
  expect(keysIn('heap', await heapText(page), [key])).not.toEqual([])
  await page.getByRole('button', { name: 'MerchantOps' }).click()
  await page.getByLabel('Key', { exact: true }).fill(key)
  expect(keysIn('page', await pageText(page), [key])).not.toEqual([])
})
