import type { Locator } from 'playwright/test'
import { pickAll } from './support/picking'
import { resize } from './support/resize'
import { choosing, lostItems, slowDisk } from './support/saving'
import { expect, picture, test } from './support/window'

const errors = lostItems(30_000)
const ids = ['crawl-many0001', 'crawl-many0002', 'crawl-many0003']

/** Where each act stands, in px from the bar's left and lower edge. */
const standing = (bar: Locator) =>
  bar.evaluate(element => {
    const { left, bottom } = element.getBoundingClientRect()
    const acts = [...element.querySelectorAll('button')].filter(
      ({ textContent }) => !/Clear|Cancel/.test(textContent ?? ''),
    )
    return acts.map(act => {
      const box = act.getBoundingClientRect()
      return { name: act.textContent?.trim(), x: Math.round(box.x - left), y: Math.round(bottom - box.bottom) }
    })
  })

/** How far the bar's progress stands from the middle of the line of its Cancel, px. Looked at in one moment: a toast that goes moves all. */
const offLine = (bar: Locator) =>
  bar.evaluate(element => {
    const cancel = [...element.querySelectorAll('button')].find(({ textContent }) => /Cancel/.test(textContent ?? ''))
    const [a = Number.NaN, b = Number.NaN] = [element.querySelector('[role=progressbar]'), cancel].map(part => {
      const box = part?.getBoundingClientRect()
      return box && box.y + box.height / 2
    })
    return Math.abs(a - b)
  })

const names = ['Save errors', 'Look now', 'Pin', 'Mute', 'Copy ids', 'Stop watching']

test('the acts on picked jobs stand in whole lines at each width, and stay where they are while errors are saved', async ({
  openWatching,
  profile,
}) => {
  const { app, page } = await openWatching(ids, { status: 'failed', job_type: 'crawl', errors })
  await pickAll(page, ids.length)
  await choosing(app.electron, `${profile}/errors.csv`)
  await slowDisk(app.electron, 400)
  const bar = page.getByRole('toolbar', { name: 'Picked jobs' })
  for (const [width, lines] of [
    [1_100, [6]],
    [960, [6]],
    [720, [6]],
    [420, [3, 3]],
  ] as const) {
    await resize({ app, page }, width, 760)
    await expect(bar.getByRole('button', { name: 'Save errors' })).toBeVisible()
    const idle = await standing(bar)
    expect(idle.map(({ name }) => name)).toEqual(names)
    const heights = [...new Set(idle.map(({ y }) => y))]
    expect(heights.map(height => idle.filter(({ y }) => y === height).length)).toEqual(lines)
    await page.screenshot({ path: picture(`picked-bar-${width}`) })

    await bar.getByRole('button', { name: 'Save errors' }).click()
    await page.getByRole('menuitem', { name: 'As CSV…' }).click()
    const progress = bar.getByRole('progressbar', { name: 'Saving' })
    const cancel = bar.getByRole('button', { name: 'Cancel saving' })
    await expect(progress).toBeVisible()
    await page.screenshot({ path: picture(`picked-bar-${width}-saving`) })
    expect(await standing(bar)).toEqual(idle)
    expect(await offLine(bar)).toBeLessThan(2)
    expect(await bar.evaluate(element => element.scrollWidth <= element.clientWidth)).toBe(true)
    await cancel.click()
    await expect(progress).toHaveCount(0)
  }
})
