import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { socketElsewhere, socketPath } from '../../src/profile/paths'
import { runProgram } from '../support/programs'
import { keysKept } from './support/keychain-of'
import { expect, test } from './support/real-desktop'
import { spawnApp } from './support/spawned-app'

const running = { status: 'in_progress', total_items: 10, processed_items: 4, failed_items: 1 }
const connectWords = (url: string, vendor = 'merchantops') => [
  ...['connect', '--name', 'Outfitters', '--vendor', vendor],
  ...['--url', url, '--key-stdin'],
]

test('without a running app every command says so with 69', async ({ runCli }) => {
  const sentence = 'Jobtray is not running in this profile. Start it with npm start and the same --profile.\n'
  for (const words of [['list'], ['watch', 'Outfitters', 'crawl-1'], ['quit']])
    expect(await runCli(words)).toEqual({ code: 69, stdout: '', stderr: sentence })
})

test('wrong usage ends with 2 and one sentence', async ({ runCli }) => {
  const wrong = [
    [['dance'], 'There is no command “dance”. See jobtray --help.\n'],
    [[''], 'There is no command “”. See jobtray --help.\n'],
    [['connect', '--name', 'N', '--vendor', 'merchantops'], '--url is missing. See jobtray connect --help.\n'],
    [['show', 'Shop', 'jobtray://job/Shop/a'], 'A link names its connection itself: leave out “Shop”.\n'],
    [['watch', 'N'], 'watch takes a connection and at least one job id. See jobtray watch --help.\n'],
  ] as const
  for (const [words, stderr] of wrong) expect(await runCli(words)).toEqual({ code: 2, stdout: '', stderr })
  expect((await runCli(['list', '--nonsense'])).code).toBe(2)
  expect((await runCli(['--help'])).code).toBe(0)
})

test('connect, watch, list, show, forget and quit do what they say', async ({
  desktop,
  profile,
  server: { control, merchant },
  start,
  runCli,
  stateUntil,
}) => {
  await control.merchantJob('crawl-cli00001', { ...running, metadata: { stage: 'reading' } })
  const app = await start()
  const key = `${merchant.key}\n`
  const done = (stdout: string) => ({ code: 0, stdout, stderr: '' })
  expect(await runCli(['list'])).toEqual(done('No jobs are watched. Add some with jobtray watch.\n'))
  expect(await runCli(connectWords(merchant.baseUrl), key)).toEqual(done('Connected Outfitters.\n'))
  expect(await runCli(['watch', 'outfitters', 'crawl-cli00001'])).toEqual(
    done('Watching crawl-cli00001: Enrichment · 50 % · 1 failed\n'),
  )
  await stateUntil(({ jobs }) => jobs[0]?.job != null)
  const listed = await runCli(['list', '--json'])
  expect(listed.code).toBe(0)
  expect(JSON.parse(listed.stdout)).toEqual([
    {
      connection: 'Outfitters',
      vendor: 'merchantops',
      jobId: 'crawl-cli00001',
      jobType: 'enrichment',
      status: 'in_progress',
      phase: 'running',
      outcome: null,
      percent: 50,
      total: 10,
      processed: 4,
      failed: 1,
      warned: 0,
      notReached: 0,
      stage: 'reading',
      seenAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      group: 'active',
      notFound: false,
      gone: false,
      paused: false,
      fault: null,
    },
  ])
  const shown = await runCli(['show', 'Outfitters', 'crawl-cli00001', '--json'])
  expect(JSON.parse(shown.stdout)).toMatchObject({
    jobId: 'crawl-cli00001',
    errors: [],
    metadata: { stage: 'reading' },
  })
  expect((await runCli(['list'])).stdout).toContain('crawl-cli00001')

  expect((await runCli(['forget', 'Outfitters'])).code).toBe(0)
  expect([...(await keysKept(desktop)).keys()]).toEqual(['sentinel'])
  expect(await runCli(['quit'])).toEqual(done('Jobtray is quitting.\n'))
  expect(await app.exit).toEqual({ code: 0, signal: null })
  expect(existsSync(socketPath(profile))).toBe(false)
})

test('what is refused ends with 1, says why in one line, and keeps nothing', async ({
  desktop,
  server,
  start,
  runCli,
  ask,
}) => {
  const { merchant } = server
  await start()
  const refusals = [
    [connectWords(merchant.baseUrl), 'not-the-key\n', /^The key was refused\. /],
    [connectWords('http://example.com'), 'k\n', /^Only https:\/\/ is allowed/],
    [connectWords(merchant.baseUrl), 'two words\n', /^The key has a blank in it/],
    [['watch', 'Nobody', 'crawl-1'], '', /^There is no connection named Nobody\./],
    [['show', 'Nobody', 'crawl-1'], '', /^There is no connection named Nobody\./],
  ] as const
  for (const [words, input, stderr] of refusals) {
    const said = await runCli(words, input)
    expect(said).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(stderr) })
    expect(said.stderr.trimEnd()).not.toContain('\n')
  }
  const nothing = 'Standard input is empty: --key-stdin reads the key from there.\n'
  expect(await runCli(connectWords(merchant.baseUrl), '')).toEqual({ code: 2, stdout: '', stderr: nothing })
  expect((await ask('state:read')).connections).toEqual([])
  expect(await keysKept(desktop)).toEqual(new Map())

  await server.stop()
  const unproven = await runCli(connectWords(merchant.baseUrl), `${merchant.key}\n`)
  expect(unproven).toMatchObject({ code: 1, stderr: expect.stringContaining('Keep it all the same with --no-proof.') })
  expect(await keysKept(desktop)).toEqual(new Map())
  const insisted = await runCli([...connectWords(merchant.baseUrl), '--no-proof'], `${merchant.key}\n`)
  expect(insisted.code).toBe(0)
  expect([...(await keysKept(desktop)).values()]).toContain(merchant.key)
})

test('a job id that is none is refused with its reason while the others are watched', async ({
  server: { control },
  start,
  runCli,
  watchMerchant,
}) => {
  await control.merchantJob('crawl-good0001', running)
  await start()
  await watchMerchant('crawl-good0001')
  const said = await runCli(['watch', 'Outfitters', '..', 'crawl-good0001', 'crawl-good0002'])
  expect(said.code).toBe(1)
  expect(said.stdout).toBe('Already watching crawl-good0001: Enrichment · 50 % · 1 failed\n')
  expect(said.stderr).toMatch(
    /^crawl-good0002 is on the watch list, but: Not found, .*\n“\.\.”: A job id cannot be only dots\.$/m,
  )
})

test('an app in a folder too long for a socket is found from outside its desktop', async ({ desktop }) => {
  const folder = join(desktop.home, 'x'.repeat(90))
  const app = await spawnApp(desktop, ['--live', '--profile', folder])
  try {
    const list = () => runProgram('out/cli/index.js', ['list', '--profile', folder], { env: process.env })
    // A start and a program at each look take a busy machine a while.
    await expect.poll(async () => (await list()).code, { timeout: 120_000 }).toBe(0)
    app.signal('SIGTERM')
    expect(await app.exit).toEqual({ code: 0, signal: null })
  } finally {
    await app.kill()
    // A kill leaves it behind, outside the test's folder.
    rmSync(socketElsewhere(folder), { force: true })
  }
})

test('an app whose socket cannot be made, because something of another user lies there, watches all the same', async ({
  desktop,
}) => {
  const folder = join(desktop.home, 'y'.repeat(90))
  const socket = socketElsewhere(folder)
  mkdirSync(socket)
  const app = await spawnApp(desktop, ['--live', '--profile', folder])
  try {
    await desktop.tray.until(({ tooltip }) => tooltip.includes('1 needs attention'))
    app.signal('SIGTERM')
    expect(await app.exit).toEqual({ code: 0, signal: null })
    expect(existsSync(socket)).toBe(true)
  } finally {
    await app.kill()
    rmSync(socket, { recursive: true })
  }
})
