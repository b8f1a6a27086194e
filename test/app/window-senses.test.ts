import { smallest } from '../../src/main/profile/window-bounds'
import { resize } from './support/resize'
import { dialogs, pages, wear, wrongsOn } from './support/screens'
import { expect, test } from './support/window'

const overflowing = () =>
  [...document.querySelectorAll('body, main, [role=dialog], [role=dialog] > div, main > div')]
    .filter(element => {
      const { overflowX } = getComputedStyle(element)
      return element.scrollWidth > element.clientWidth + 1 && overflowX !== 'auto' && overflowX !== 'scroll'
    })
    .map(
      element => `${element.tagName}.${element.className.slice(0, 60)} ${element.scrollWidth}>${element.clientWidth}`,
    )

test('text of 200 % in the narrowest window loses nothing sideways, on any page or dialog', async ({ openDemo }) => {
  const { app, page } = await openDemo()
  await resize({ app, page }, smallest.width, 680)
  // As a person's own font size would: every length of ours is in rem.
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  expect(await wrongsOn(page, [...pages, ...dialogs], () => page.evaluate(overflowing))).toEqual([])
})

test('with forced colours and reduced motion every page can be used, and nothing moves', async ({ openDemo }) => {
  const { page } = await openDemo()
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await wear(page, 'light')
  const moving = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .map(element => getComputedStyle(element))
        .filter(style => parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0)
        .map(style => style.transitionProperty),
    )
  expect(await wrongsOn(page, pages, moving)).toEqual([])
  const bar = page.getByRole('progressbar').first()
  await pages[0]?.go(page)
  expect(await bar.evaluate(element => getComputedStyle(element).forcedColorAdjust)).toBeTruthy()
})
