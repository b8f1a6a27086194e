import { expect, test } from './support/window'

test('a filter shows how many jobs match, and says which part of it is not known although jobs match', async ({
  openDemo,
}) => {
  const { page } = await openDemo()
  // Else another job may fail between two counts.
  await page.getByRole('button', { name: 'Pause watching' }).click()
  await expect(page.getByText('Watching is paused.')).toBeVisible()
  const field = page.getByRole('combobox', { name: 'Filter jobs' })
  const list = page.getByRole('list', { name: 'Watched jobs' })
  await field.fill('-is:unread')
  await expect(page.getByText('“-is:unread” leaves nothing out')).toBeVisible()
  await expect(list).toBeVisible()
  await field.fill('state:failed,partly')
  await expect(page.getByText('leaves nothing out')).toHaveCount(0)
  await expect(page.locator('[data-matches]')).toHaveText(/^[1-9]\d* jobs?$/)
  await expect(page.locator('[data-matches]')).toBeVisible()
  const both = await page.locator('[data-matches]').textContent()
  await field.fill('state:failed')
  await expect(page.locator('[data-matches]')).not.toHaveText(both ?? '')
  await field.fill('state:failed,bogus')
  await expect(page.getByText('No job is in a state that begins with “bogus”')).toBeVisible()
  await expect(list).toBeVisible()
  await field.fill('state:')
  await expect(page.getByRole('option', { name: 'state:active' })).toBeVisible()
  await expect(page.getByText('After “state:” comes active')).toHaveCount(0)
  await field.press('Shift+Tab')
  await expect(page.getByText('After “state:” comes active')).toBeVisible()
  await field.fill('state: crawl')
  await expect(page.getByText('After “state:” comes active')).toBeVisible()
  await expect(list).toBeVisible()
})
