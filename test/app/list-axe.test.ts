import type { Page } from 'playwright/test'
import { axeViolations } from './support/axe'
import { expect, test } from './support/window'

/** What opens over the list for a moment. */
const openings: readonly { readonly name: string; readonly go: (page: Page) => Promise<void> }[] = [
  {
    name: 'what the filter offers',
    go: async page => {
      await page.keyboard.press('/')
      await page.keyboard.type('state:f')
      await page.keyboard.press('ArrowDown')
      await page.getByRole('option', { selected: true }).waitFor()
    },
  },
  {
    name: 'a filter that finds nothing',
    go: async page => {
      await page.keyboard.press('/')
      await page.keyboard.type('is:nothing')
      await page.getByText('No job matches').waitFor()
    },
  },
  {
    name: 'picked rows',
    go: async page => {
      await page.keyboard.press('j')
      await page.keyboard.press('x')
      await page.getByRole('toolbar', { name: 'Picked jobs' }).waitFor()
    },
  },
  {
    name: 'the menu of a row',
    go: async page => {
      await page.keyboard.press('j')
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
      await page.keyboard.type('cra')
      await page.getByRole('option', { selected: true }).waitFor()
    },
  },
]

test('axe finds nothing wrong with what opens over the list', async ({ open }) => {
  const { app, page } = await open({ mode: 'demo', args: ['--seed', '7'] })
  const first = page.getByRole('button', { name: /^Crawl/ }).first()
  await first.waitFor()
  const wrong: string[] = []
  for (const { name, go } of openings) {
    await go(page)
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(animation => animation.finished)))
    wrong.push(...(await axeViolations(app.electron)).map(line => `${name}: ${line}`))
    await page.keyboard.press('Escape')
    await first.waitFor()
    await page.keyboard.press('Escape')
  }
  expect(wrong).toEqual([])
})
