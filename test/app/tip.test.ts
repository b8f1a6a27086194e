import { expect, test } from './support/window'

test('an icon says what it does and by which key while it is pointed at, inside the window, until it is pressed', async ({
  openWatching,
}) => {
  const { page } = await openWatching(['crawl-tip00001'], {
    status: 'in_progress',
    total_items: 10,
    processed_items: 4,
  })
  await page.getByRole('button', { name: 'tip00001' }).waitFor()
  const tip = page.locator('[popover]:popover-open')
  const find = page.getByRole('button', { name: 'Find an act or a job' }).filter({ visible: true })
  await find.hover()
  await expect(tip).toHaveText('Find an act or a jobCtrl+K')
  await expect(find).toHaveAttribute('aria-keyshortcuts', 'Control+K')
  const width = await page.evaluate(() => window.innerWidth)
  // It is put in its place once its size is known.
  await expect(async () => {
    const box = await tip.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
  }).toPass()
  await page.mouse.move(width / 2, 300)
  await expect(tip).toHaveCount(0)

  await page.getByRole('button', { name: 'tip00001' }).click()
  const back = page.getByRole('button', { name: 'Back to the jobs' })
  await back.hover()
  await expect(tip).toHaveText('Back to the jobsEsc')
  // What a tip shows for the eye is said to screen readers too, of every button that has a key.
  const shown = async () =>
    Object.fromEntries(
      await page
        .locator('[data-tip-keys]')
        .evaluateAll(all =>
          all.map(({ ariaLabel, textContent, attributes }) => [
            ariaLabel ?? textContent,
            attributes.getNamedItem('aria-keyshortcuts')?.value,
          ]),
        ),
    )
  await expect.poll(shown).toMatchObject({
    'Back to the jobs': 'Escape',
    'Look now': 'L',
    'Report progress…': 'R',
    'Stop watching': 'Delete',
  })
  await back.click()
  await expect(tip).toHaveCount(0)
})
