import { expect, test } from './support/window'

test('ten thousand jobs at once: few elements, a filter that finds one, and no page bursts (fault 54)', async ({
  open,
  server,
  ask,
}) => {
  const { page } = await open()
  // Paused: this is about the window, not about the server.
  await ask('settings:change', { paused: true })
  const answer = await ask('connections:save', null, server.merchant, false)
  if (!answer.ok) throw new Error(answer.message)
  const ids = Array.from({ length: 10_000 }, (_, index) => `enrichment-${String(index).padStart(8, '0')}`)
  const { added } = await ask('jobs:watch', answer.connection.id, ids.join('\n'))
  expect(added).toHaveLength(10_000)
  await expect(page.getByRole('button', { name: /10,000 active/ })).toBeVisible()
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(1_500)

  const filter = page.getByPlaceholder(/^Filter/)
  await filter.fill('00004711')
  await expect(page.getByText('00004711').first()).toBeVisible()
  await expect(page.getByText('00000001')).toHaveCount(0)
  await filter.fill('')
  for (const hash of ['#/connections', '#/settings', '#/diagnostics', '#/inbox', '#/']) {
    await page.evaluate(target => {
      window.location.hash = target
    }, hash)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  }
})

test('how many of thousands still wait for their first look is said, and ends by itself (fault 54)', async ({
  open,
  server,
  ask,
}) => {
  const { page } = await open()
  await ask('settings:change', { pace: 'brisk' })
  const answer = await ask('connections:save', null, server.merchant, false)
  if (!answer.ok) throw new Error(answer.message)
  const ids = Array.from({ length: 1_000 }, (_, index) => `enrichment-${String(index).padStart(8, '0')}`)
  await ask('jobs:watch', answer.connection.id, ids.join('\n'))
  await expect(page.getByText(/\d+ jobs still wait for their first look: at most 50 a second/)).toBeVisible()
  await expect(page.getByText(/still wait for their first look/)).toHaveCount(0)
  const { jobs } = await ask('state:read')
  expect(jobs.filter(({ triedAt }) => triedAt === null).length).toBeLessThan(50)
})
