import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright/test'
import { holderOf, pagesOf } from '../desktop/support/processes-of'
import { expect, test } from '../desktop/support/real-desktop'

const running = { status: 'in_progress', total_items: 10, processed_items: 4 }

const pidOf = (electron: ElectronApplication, name: string) =>
  electron.evaluate(
    ({ app }, wanted) =>
      app.getAppMetrics().find(({ type, name: said }) => type === wanted || said === wanted)?.pid ?? 0,
    name,
  )

const killNow = async (electron: ElectronApplication, name: string) => {
  const pid = await pidOf(electron, name)
  // 0 would be everything that belongs to this test.
  expect(pid).toBeGreaterThan(0)
  process.kill(pid, 'SIGKILL')
  return pid
}

const killChild = async (electron: ElectronApplication, name: string) => {
  const before = await killNow(electron, name)
  await expect.poll(async () => [0, before].includes(await pidOf(electron, name))).toBe(false)
}

const ended = (electron: ElectronApplication) =>
  new Promise<void>(resolve => {
    const child = electron.process()
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })

test('graphics that die twice come back, and the window draws what is new (fault 42)', async ({
  server: { control },
  launch,
  lookNow,
  watchMerchant,
}) => {
  await control.merchantJob('crawl-drawn001', running)
  const { electron, firstRun } = await launch()
  const page = await firstRun()
  await watchMerchant('crawl-drawn001')
  const bar = page.getByRole('progressbar').first()
  await expect(bar).toHaveAttribute('aria-valuenow', '40')
  const bytes = async () => (await page.screenshot({ clip: { x: 0, y: 0, width: 400, height: 300 } })).length
  await expect.poll(bytes).toBeGreaterThan(3_000)
  // They die once they draw: what is killed while it starts may leave a window undrawn for longer.
  for (const processed of [8, 9]) {
    await killChild(electron, 'GPU')
    await control.change('crawl-drawn001', { processed_items: processed })
    await lookNow()
    await expect(bar).toHaveAttribute('aria-valuenow', `${processed * 10}`)
    // One colour would be a few hundred bytes. New graphics may take a moment over their first picture; a window that stays white fails.
    await expect.poll(bytes).toBeGreaterThan(3_000)
  }
})

test('a window that new graphics leave white gets others, and what was typed in it stays (fault 42)', async ({
  launch,
}) => {
  const { electron, firstRun } = await launch()
  const page = await firstRun()
  await page.getByRole('button', { name: 'MerchantOps' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Outfitters')
  // What Chromium leaves is seldom white: the first picture that is taken of it is made so.
  await electron.evaluate(({ BrowserWindow, nativeImage }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0] ?? {}
    if (webContents === undefined) return
    const { capturePage } = webContents
    webContents.capturePage = async () => {
      webContents.capturePage = capturePage
      return nativeImage.createFromBitmap(Buffer.alloc(400, 255), { width: 10, height: 10 })
    }
  })
  await killChild(electron, 'GPU')
  const second = await pidOf(electron, 'GPU')
  await expect.poll(async () => [0, second].includes(await pidOf(electron, 'GPU'))).toBe(false)
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Outfitters')
})

test('graphics that keep dying are done without: the app starts again, its window and its jobs are there, and it stays (fault 42)', async ({
  server: { control },
  launch,
  watchMerchant,
  stateUntil,
  ask,
  profile,
}) => {
  await control.merchantJob('crawl-drawn002', running)
  const { electron, firstRun } = await launch()
  await firstRun()
  await watchMerchant('crawl-drawn002')
  const gone = ended(electron)
  for (const _ of [1, 2, 3]) await killChild(electron, 'GPU')
  await killNow(electron, 'GPU')
  await gone
  const { jobs } = await stateUntil(({ banners }) => banners.some(({ text }) => text.includes('draws without them')))
  expect(jobs).toHaveLength(1)
  expect(readFileSync(join(profile, 'graphics-off'), 'utf8')).toMatch(/^\d/)
  await expect.poll(() => pagesOf(profile)).toBe(1)
  await ask('app:quit')
  await expect.poll(() => holderOf(profile)).toBeNull()
})

test('the network service of the window killed, watching goes on (fault 43)', async ({
  server: { control },
  launch,
  watchMerchant,
  jobUntil,
}) => {
  await control.merchantJob('crawl-wired001', running)
  const { electron, firstRun } = await launch()
  const page = await firstRun()
  await watchMerchant('crawl-wired001')
  for (const processed of [5, 6, 7]) {
    await killChild(electron, 'Network Service')
    await control.change('crawl-wired001', { processed_items: processed })
    await jobUntil('crawl-wired001', ({ job, fault }) => job?.processed === processed && fault === null)
  }
  await expect(page.getByRole('progressbar').first()).toHaveAttribute('aria-valuenow', '70')
})

for (const kind of ['an error nobody caught', 'a rejection nobody caught'])
  test(`${kind} is logged without keys, and the app quits in order and starts again with its window (fault 44)`, async ({
    server: { control },
    launch,
    watchMerchant,
    stateUntil,
    ask,
    profile,
  }) => {
    await control.merchantJob('crawl-fallen01', running)
    const { electron, firstRun } = await launch()
    await firstRun()
    await watchMerchant('crawl-fallen01')
    const gone = ended(electron)
    const fall = electron.evaluate(
      (_modules, isError) =>
        void setTimeout(() => {
          const error = new Error('Authorization: Bearer canary-4711')
          if (isError) throw error
          void Promise.reject(error)
        }, 50),
      kind.includes('error'),
    )
    // It may be gone before it has answered.
    await fall.catch(() => undefined)
    await gone
    const state = await stateUntil(({ banners }) => banners.some(({ id }) => id === 'fall'))
    expect(state.jobs.map(({ ref }) => ref.jobId)).toEqual(['crawl-fallen01'])
    const log = readFileSync(join(profile, 'jobtray.log'), 'utf8')
    expect(log).toMatch(/un(caught|handled): Error: Authorization: \[left out\]/)
    expect(log).not.toContain('canary')
    await expect.poll(() => pagesOf(profile)).toBe(1)
    await ask('app:quit')
    await expect.poll(() => holderOf(profile)).toBeNull()
  })

test('an app that falls again at once is let lie, and says so at its next start (fault 44)', async ({
  launch,
  ask,
  stateUntil,
  profile,
}) => {
  mkdirSync(profile, { recursive: true })
  writeFileSync(
    join(profile, 'fall.json'),
    JSON.stringify({ at: Date.now(), why: 'error', restarted: true, window: false }),
  )
  const first = await launch()
  await first.firstRun()
  const gone = ended(first.electron)
  const fall = first.electron.evaluate(() => void setTimeout(() => void Promise.reject(new Error('again')), 50))
  // It may be gone before it has answered.
  await fall.catch(() => undefined)
  await gone
  expect(JSON.parse(readFileSync(join(profile, 'fall.json'), 'utf8'))).toMatchObject({ restarted: false })
  await expect(ask('state:read')).rejects.toThrow()
  await launch()
  await stateUntil(({ banners }) => banners.some(({ text }) => text.includes('ended twice')))
})
