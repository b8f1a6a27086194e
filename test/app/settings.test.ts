import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, picture, test } from './support/window'

test('each setting takes effect at once', async ({ openWatching, desktop, profile, ask }) => {
  const { page } = await openWatching(['crawl-5e770001'], { status: 'in_progress', total_items: 10, job_type: 'crawl' })
  await page.getByRole('button', { name: 'Settings' }).click()
  const setting = (name: string) => page.getByRole('switch', { name, exact: true })

  await expect(page.getByText(/between [\d,]+ requests an hour/)).toBeVisible()
  await setting('Started').click()
  await setting('Say why a job failed').click()
  await setting('Quiet hours').click()
  await page.getByLabel('From').fill('23:30')
  await page.getByLabel('From').press('Enter')
  // Settings of several controls: screen readers are told which of them each belongs to, and what it does.
  const group = (name: string) => page.getByRole('group', { name, exact: true })
  await expect(group('Snooze')).toHaveAccessibleDescription('Nothing is held back now.')
  await expect(group('Snooze').getByRole('button', { name: 'For 1 hour' })).toBeVisible()
  await group('Snooze').getByRole('button', { name: 'For 1 hour' }).press('Enter')
  await expect(group('Snooze').getByRole('button', { name: 'Resume notifications' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(group('Snooze').getByRole('button', { name: 'For 1 hour' })).toBeFocused()
  await group('Muted job types').getByRole('combobox', { name: 'Mute a job type' }).selectOption('crawl')
  await expect(group('Muted job types').getByRole('button', { name: 'Unmute Crawl' })).toBeVisible()
  await page.getByLabel('Keep ended jobs for').fill('5000')
  await expect(page.getByText('A whole number from 1 to 3,650.')).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: 'A whole number from' })).toBeVisible()
  await page.getByLabel('Keep ended jobs for').fill('30')
  await page.keyboard.press('Enter')
  await page.getByLabel('Certificate authorities').fill('/nowhere.pem')
  await page.getByRole('button', { name: 'Use', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('could not be read')

  await expect
    .poll(async () => (await ask('state:read')).settings)
    .toMatchObject({
      notify: { started: true, failed: true },
      tellReasons: true,
      quietHours: { from: '23:30', to: '07:00' },
      mutedTypes: ['crawl'],
      keepDays: 30,
      caFile: null,
    })

  await page.screenshot({ path: picture('settings') })
  const entry = join(desktop.env.XDG_CONFIG_HOME ?? join(desktop.home, '.config'), 'autostart', 'jobtray.desktop')
  await setting('Start at login').click()
  await expect
    .poll(() => existsSync(entry) && readFileSync(entry, 'utf8'))
    .toContain(`"--live" "--profile" "${profile}"`)
  await expect(setting('Start at login')).toBeChecked()
  await setting('Start at login').click()
  await expect.poll(() => existsSync(entry)).toBe(false)
})

test('a time is typed in either clock and shown in the one of all others, a wrong one is said, and quiet hours switched off and on are what they were', async ({
  open,
  ask,
  watchMerchant,
}) => {
  const { page } = await open()
  await watchMerchant('crawl-none')
  await page.getByRole('button', { name: 'Settings' }).click()
  const quiet = page.getByRole('switch', { name: 'Quiet hours' })
  await quiet.click()
  await page.getByLabel('From').focus()
  await page.keyboard.type('25:00')
  await page.keyboard.press('Enter')
  await expect(page.getByText('A time such as 21:30.')).toBeVisible()
  await page.getByLabel('From').fill('0930PM')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('From')).toHaveValue('21:30')
  const hours = async () => (await ask('state:read')).settings.quietHours
  await expect.poll(hours).toEqual({ from: '21:30', to: '07:00' })
  await expect(quiet).toBeChecked()
  await quiet.click()
  await expect.poll(hours).toBeNull()
  await expect(quiet).not.toBeChecked()
  await quiet.click()
  await expect.poll(hours).toEqual({ from: '21:30', to: '07:00' })
})
