import { expect, test } from '../desktop/support/real-desktop'

const jobId = 'crawl-open0001'

test('a job is read whole each time while its page is open before somebody, and lightly again afterwards', async ({
  server: { control },
  launch,
  watchMerchant,
}) => {
  await control.merchantJob(jobId, { status: 'in_progress', total_items: 100, processed_items: 1 })
  const app = await launch()
  const page = await app.window()
  const id = await watchMerchant(jobId)
  let processed = 1
  /** The looks from the next one on, as `status` or `detail`. */
  const next = async (many: number): Promise<readonly string[]> => {
    const from = await control.newest()
    const looked = async () => {
      // one that stands still would be looked at ever more rarely
      processed += 1
      await control.change(jobId, { processed_items: processed })
      return (await control.requests(from)).length
    }
    await expect.poll(looked).toBeGreaterThanOrEqual(many)
    const seen = await control.requests(from)
    return seen.slice(0, many).map(({ path }) => (path.endsWith('/status') ? 'status' : 'detail'))
  }
  /** Resolves when it is there: the page tells main of its job no sooner. */
  const goTo = async (hash: string, heading: string) => {
    await page.evaluate(hash => {
      window.location.hash = hash
    }, hash)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(heading)
  }
  await goTo(`#/job/${id}/${jobId}`, 'is running')
  await next(1)
  expect(await next(3)).toEqual(['detail', 'detail', 'detail'])

  await goTo('#/', 'Jobs')
  expect(await next(2)).toContain('status')

  await goTo(`#/job/${id}/${jobId}`, 'is running')
  await next(1)
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide()
  })
  expect(await next(2)).toContain('status')
})
