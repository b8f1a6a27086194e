import { expect, picture, test } from './support/window'

test('of a server that asked for a pause it is told at what time it is looked at again, on the job and on the connection', async ({
  openWatching,
  server: { control },
  lookNow,
}) => {
  const { page } = await openWatching(['crawl-paused01'])
  await page.getByRole('button', { name: 'paused01' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const retryAfter = { form: 'seconds', seconds: 100 } as const
  await control.fault({ fault: { kind: 'answer', status: 429, retry_after: retryAfter } })
  await lookNow()
  const sentence = /^Too many requests\. Looks again at \d\d:\d\d:\d\d\./
  await expect(page.getByRole('main').getByRole('status').getByText(sentence)).toBeVisible()
  await page.screenshot({ path: picture('asked-pause-job') })
  await page.getByRole('button', { name: 'Connections', exact: true }).click()
  await expect(page.getByRole('main').getByText(sentence)).toBeVisible()
  await expect(page.getByText('No request before')).toHaveCount(0)
  await page.screenshot({ path: picture('asked-pause') })
})
