import { expect, test } from '../desktop/support/real-desktop'
import { inPage, killPage } from './support/page-process'

const running = { status: 'in_progress', total_items: 10, processed_items: 4 }

const value = (selector: string) => `document.querySelector(${JSON.stringify(selector)})?.value ?? null`

test('a killed page comes back with its filter, its order, its place and what was typed, but no key (fault 41)', async ({
  server: { control, merchant },
  launch,
  watchMerchant,
}) => {
  for (const id of ['crawl-kept0001', 'crawl-kept0002']) await control.merchantJob(id, running)
  const { electron, firstRun } = await launch()
  const page = await firstRun()
  await watchMerchant('crawl-kept0001', 'crawl-kept0002')
  await page.getByRole('button', { name: 'Group and sort' }).click()
  await page.getByRole('menuitemradio', { name: 'Type and id' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: 'Filter jobs' }).fill('kept0002')
  await page.getByRole('button', { name: 'Watch jobs', exact: true }).click()
  await page.getByLabel('Job ids').fill('crawl-typed001\ncrawl-typed002')
  await expect.poll(() => inPage(electron, `window.jobtray.readKeptView()`)).toContain('typed002')

  await killPage(electron)
  await expect.poll(() => inPage(electron, value('textarea'))).toBe('crawl-typed001\ncrawl-typed002')
  await expect.poll(() => inPage(electron, value('input[aria-label="Filter jobs"]'))).toBe('kept0002')
  const rows = `[...document.querySelectorAll('main li')].map(row => row.innerText).join()`
  await expect.poll(() => inPage(electron, rows)).toContain('kept0002')
  expect(await inPage(electron, rows)).not.toContain('kept0001')

  // The form of a connection: all that was typed but the key, which is kept nowhere.
  // Of the page that has just come; null until the button is there.
  const press = (button: string) => expect.poll(() => inPage(electron, `${button}.click() ?? true`)).toBe(true)
  await press(`document.querySelector('[role=dialog] [aria-label=Close]')`)
  await inPage(electron, `location.hash = '#/connections'`)
  await expect.poll(() => inPage(electron, 'document.querySelector("h1").innerText')).toBe('Connections')
  await press(`[...document.querySelectorAll('main button')].find(b => b.innerText === 'Add a connection')`)
  await expect.poll(() => inPage(electron, value('[name=key]'))).toBe('')
  const type = (name: string, text: string) =>
    inPage(
      electron,
      `(() => { const field = document.querySelector('[name=${name}]'); field.focus(); document.execCommand('insertText', false, ${JSON.stringify(text)}) })()`,
    )
  await type('name', 'Half typed')
  await type('key', merchant.key ?? '')
  await expect.poll(() => inPage(electron, `window.jobtray.readKeptView()`)).toContain('Half typed')
  expect(await inPage(electron, `window.jobtray.readKeptView()`)).not.toContain(merchant.key)
  await killPage(electron)
  await expect.poll(() => inPage(electron, value('[name=name]'))).toBe('Half typed')
  expect(await inPage(electron, value('[name=key]'))).toBe('')
})
