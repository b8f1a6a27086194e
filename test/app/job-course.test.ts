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
  await expect(page.getByRole('heading', { level: 1 })).toContainText('is running')
  await server.control.change(id, { processed_items: 60, failed_items: 5, current_stage: 'uploading' })
  await page.getByRole('button', { name: 'Look now' }).click()

  const chart = page.getByRole('img', { name: /: processed from 10 to 60, failed from 0 to 5$/ })
  await expect(chart).toBeVisible()
  const inked = () =>
    chart.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
      const colours = new Set<string>()
      for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) colours.add(data.slice(at, at + 3).join())
      return colours.size
    })
  // Both lines, the grid and the figures: a chart that draws nothing has no colour at all.
  await expect.poll(inked).toBeGreaterThan(3)
  // Each look would draw it anew.
  await page.getByRole('button', { name: 'Pause watching' }).click()
  await expect(page.getByText('Watching is paused.')).toBeVisible()

  // The two lines are told apart by name and stroke, and what is pointed at by its figures and time.
  const course = page.getByRole('region', { name: 'Over time' })
  await expect(course).toContainText('Failed')
  await expect(course).not.toContainText('60')
  const box = await chart.boundingBox()
  await chart.hover({ position: { x: (box?.width ?? 0) - 10, y: 60 } })
  await expect(course).toContainText(/Processed60Failed5/)
  await expect(course).toContainText(/\d\d:\d\d:\d\d/)

  // With the theme left to the system, it follows a desktop that turns dark while it is open.
  const grid = () =>
    chart.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
      let lightest = 0
      for (let at = 0; at < data.length; at += 4)
        if (data[at + 3] === 255) lightest = Math.max(lightest, Math.min(...data.slice(at, at + 3)))
      return lightest
    })
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(grid).toBeGreaterThan(200)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(grid).toBeLessThan(200)

  await page.getByRole('tab', { name: 'Stages' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('so far')
  expect(violations).toEqual([])
})
