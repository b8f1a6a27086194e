import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/project.mjs'
import { expect, test } from '../desktop/support/real-desktop'
import { spawnApp } from '../desktop/support/spawned-app'

const running = { status: 'in_progress', total_items: 10, processed_items: 4 }

test('a link opens a watched job, fills the form in for another, and a hostile one does nothing (item 30)', async ({
  desktop,
  profile,
  server: { control },
  launch,
  ask,
  watchMerchant,
}) => {
  await control.merchantJob('crawl-linked01', running)
  const { electron, firstRun } = await launch()
  const page = await firstRun()
  const id = await watchMerchant('crawl-linked01')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jobs')

  /** As the system would start the app for a link; resolves when that second process has ended. */
  const followed = async (...argv: readonly string[]) => {
    const second = await spawnApp(desktop, ['--live', '--profile', profile, '--', ...argv])
    expect(await second.exit).toEqual({ code: 0, signal: null })
  }
  await followed(`jobtray://job/${id}/crawl-linked01`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('is running')

  await followed('jobtray://add?connection=outfitters&ids=crawl-x1,crawl-x2')
  const form = page.getByRole('dialog', { name: 'Watch jobs' })
  await expect(form.getByLabel('Job ids')).toHaveValue('crawl-x1\ncrawl-x2')
  expect((await ask('state:read')).jobs).toHaveLength(1)
  await page.keyboard.press('Escape')
  await expect(form).toHaveCount(0)

  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const before = await ask('state:read')
  for (const hostile of [
    [`jobtray://job/${id}/..%2F..%2Fadmin`],
    [`jobtray://job/${id}/a%00b`],
    ['jobtray://quit/now/please'],
    [`jobtray://job/nobody/crawl-linked01`],
    ['jobtray://job/c/a', '--demo', '--profile=/tmp/elsewhere'],
    [`jobtray://job/${id}/crawl-linked01`, `jobtray://job/${id}/crawl-linked01`],
    [`jobtray://job/${id}/${'a'.repeat(20_000)}`],
    ['jobtray:javascript:alert(1)'],
  ])
    await followed(...hostile)
  const after = await ask('state:read')
  expect({ ...after, version: 0, connections: [], jobs: after.jobs.length }).toEqual({
    ...before,
    version: 0,
    connections: [],
    jobs: before.jobs.length,
  })
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(false)
  expect(await page.evaluate(() => window.location.hash)).toBe('#/')
})

test('a link leads there although no system has told that the minimised window is back', async ({
  desktop,
  profile,
  server: { control },
  launch,
  watchMerchant,
}) => {
  await control.merchantJob('crawl-linked03', running)
  const { electron, firstRun } = await launch()
  const page = await firstRun()
  const id = await watchMerchant('crawl-linked03')
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('minimize'))
  const link = `jobtray://job/${id}/crawl-linked03`
  const second = await spawnApp(desktop, ['--live', '--profile', profile, '--', link])
  await second.exit
  await expect(page.getByRole('heading', { level: 1 })).toContainText('is running')
})

test('a link that starts the app leads there once it has started', async ({
  server: { control },
  launch,
  watchMerchant,
}) => {
  await control.merchantJob('crawl-linked02', running)
  const first = await launch()
  await first.firstRun()
  const id = await watchMerchant('crawl-linked02')
  await first.quit()
  const again = await launch({ args: ['--', `jobtray://job/${id}/crawl-linked02`] })
  await expect((await again.window()).getByRole('heading', { level: 1 })).toContainText('is running')
})

test('the desktop entry says that such links are ours, and hands one over where no option can stand', () => {
  const entry = readFileSync(join(root, 'resources/jobtray.desktop'), 'utf8')
  expect(entry).toContain('\nMimeType=x-scheme-handler/jobtray;\n')
  expect(entry).toMatch(/\nExec=jobtray .*-- %u\n/)
})
