import { expect, test } from './support/window'

test('a job’s page draws how its counts went and tells how long each stage took', async ({
  open,
  server,
  watchMerchant,
}) => {
  const id = 'crawl-cafe0001'
  await server.control.merchantJob(id, { status: 'in_progress', total_items: 100, processed_items: 10 })
  const { page } = await open()
  const violations: string[] = []
  page.on('console', message => message.text().includes('Content Security Policy') && violations.push(message.text()))
  await watchMerchant(id)
  await page.getByRole('button', { name: 'cafe0001' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await server.control.change(id, { processed_items: 60, failed_items: 5, current_stage: 'uploading' })
  await page.getByRole('button', { name: 'Look now' }).click()

  const chart = page.getByRole('img', { name: /: 60 processed, 5 failed$/ })
  await expect(chart).toBeVisible()
  const inked = await chart.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    const colours = new Set<string>()
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) colours.add(data.slice(at, at + 3).join())
    return colours.size
  })
  // Both lines, the grid and the figures: a chart that draws nothing has no colour at all.
  expect(inked).toBeGreaterThan(3)

  await page.getByRole('tab', { name: 'Stages' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('so far')
  expect(violations).toEqual([])
})
