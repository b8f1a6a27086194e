import { expect, test } from '../support/app'
import { chord } from './support/keys'

test('the palette does every act and opens every job by keyboard alone', async ({ launch }) => {
  const app = await launch({ mode: 'demo', args: ['--seed', '7'] })
  const page = await app.window()
  const palette = page.getByRole('dialog', { name: 'Commands and jobs' })
  await expect(page.getByRole('button', { name: /^Crawl/ }).first()).toBeVisible()

  await page.keyboard.press('Control+k')
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('pause')
  await expect(palette.getByRole('option', { selected: true })).toHaveText('Pause watching')
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await expect(page.getByText('Watching is paused', { exact: true })).toBeVisible()

  await page.keyboard.press('Control+k')
  await expect(palette.getByRole('option').first()).toHaveText('Resume watching')
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('crawl')
  await page.keyboard.press('ArrowDown')
  const second = await palette.getByRole('option', { selected: true }).textContent()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Crawl')
  expect(second).toContain('Crawl')

  await page.keyboard.press('Control+k')
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('zzzz')
  await expect(palette.getByText('Nothing fits.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()

  await page.keyboard.press('?')
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(shortcuts).toContainText('Find an act or a job')
  await page.keyboard.press('Escape')
  await expect(shortcuts).toHaveCount(0)
  await chord(page, 'g', 'c')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Connections')
})
