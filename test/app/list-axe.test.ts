import type { Page } from 'playwright/test'
import { axeViolations, endAnimations } from './support/axe'
import { expect, test } from './support/window'

const filterOf = (page: Page) => page.getByRole('combobox', { name: 'Filter jobs' })

/** The keyboard is there before what is typed. */
const toFilter = async (page: Page) => {
  await page.keyboard.press('/')
  await expect(filterOf(page)).toBeFocused()
}

/** What opens over the list for a moment. */
const openings: readonly { readonly name: string; readonly go: (page: Page) => Promise<void> }[] = [
  {
    name: 'what the filter offers',
    go: async page => {
      await toFilter(page)
      await page.keyboard.type('state:f')
      await page.keyboard.press('ArrowDown')
      await page.getByRole('option', { selected: true }).waitFor()
    },
  },
  {
    name: 'a filter that finds nothing',
    go: async page => {
      await toFilter(page)
      await page.keyboard.type('is:nothing')
      await page.getByText('No job matches').waitFor()
    },
  },
  {
    name: 'picked rows',
    go: async page => {
      await page.keyboard.press('j')
      await expect(page.locator('li :focus')).toHaveCount(1)
      await page.keyboard.press('x')
      await page.getByRole('toolbar', { name: 'Picked jobs' }).waitFor()
    },
  },
  {
    name: 'the menu of a row',
    go: async page => {
      await page.keyboard.press('j')
      await expect(page.locator('li :focus')).toHaveCount(1)
      await page.keyboard.press('Shift+F10')
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'how the list is grouped and sorted',
    go: async page => {
      await page.getByRole('button', { name: 'Group and sort' }).click()
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'the palette, searched',
    go: async page => {
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
      await page.keyboard.type('cra')
      await page.getByRole('option', { selected: true }).waitFor()
    },
  },
]

/** Takes back whatever was opened, picked or typed. */
const leave = async (page: Page) => {
  const left = page
    .getByRole('menu')
    .or(page.getByRole('dialog'))
    .or(page.getByRole('toolbar', { name: 'Picked jobs' }))
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(left).toHaveCount(0, { timeout: 2_000 })
    await expect(filterOf(page)).toHaveValue('', { timeout: 2_000 })
    await expect(filterOf(page)).not.toBeFocused({ timeout: 2_000 })
  }).toPass()
}

test('axe finds nothing wrong with what opens over the list', async ({ openDemo }) => {
  const { app, page } = await openDemo()
  // Rows that move under what is looked at are half here and half there.
  await page.getByRole('button', { name: 'Pause watching' }).click()
  await expect(page.getByText('Watching is paused.')).toBeVisible()
  for (const { name, go } of openings) {
    await leave(page)
    await go(page)
    const wrong = async () => {
      await endAnimations(page)
      return axeViolations(app.electron)
    }
    await expect.poll(wrong, name).toEqual([])
  }
})
