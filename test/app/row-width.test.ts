import { resize } from './support/resize'
import { expect, test } from './support/window'

/** What of the first line of a row is cut, and what of it lies on the bar beside it. */
const wrongIn = (rows: readonly Element[]) => {
  const lines = rows.flatMap(row => {
    const [line, bar] = [row.querySelector('button'), row.querySelector('[role=progressbar]')]
    return line && bar ? [{ parts: [...line.children], bar: bar.getBoundingClientRect() }] : []
  })
  const cut = lines.flatMap(({ parts }) => parts.filter(part => part.scrollWidth > part.clientWidth))
  const over = lines.flatMap(({ parts, bar }) =>
    parts.filter(part => {
      const { right, bottom, top } = part.getBoundingClientRect()
      return right > bar.left && top < bar.bottom && bottom > bar.top
    }),
  )
  const texts = (found: readonly Element[]) => found.map(part => part.textContent)
  return { rows: lines.length, cut: texts(cut), over: texts(over) }
}

test('a row of a window of 960 px names its type, id and connection whole, and in no width lies one part on another', async ({
  open,
}) => {
  const { app, page } = await open({ mode: 'demo', args: ['--seed', '7'] })
  const rows = page.getByRole('list', { name: 'Watched jobs' }).getByRole('listitem')
  await expect(rows.filter({ hasText: 'MerchantOps sandbox' }).getByRole('progressbar').nth(4)).toBeVisible()
  for (const width of [960, 420, 1_200]) {
    await resize({ app, page }, width, 760)
    // The list is drawn anew for its new size.
    await expect(async () => {
      const { rows: many, cut, over } = await rows.evaluateAll(wrongIn)
      expect(many).toBeGreaterThan(5)
      expect({ width, cut, over }).toEqual({ width, cut: [], over: [] })
    }).toPass()
  }
  for (const width of [600, 640, 700, 790, 840, 900]) {
    await resize({ app, page }, width, 760)
    await expect.poll(async () => (await rows.evaluateAll(wrongIn)).over, `${width} px`).toEqual([])
  }
})

test('beside a trouble the counts of a row stay whole in a window of 960 px', async ({
  open,
  server,
  watchMerchant,
  lookNow,
}) => {
  const job = 'enrichment-aaaa1111'
  const counts = { total_items: 15_525, processed_items: 5_940, failed_items: 12, warned_items: 3 }
  await server.control.merchantJob(job, { status: 'in_progress', ...counts })
  const { app, page } = await open()
  await watchMerchant(job)
  await resize({ app, page }, 960, 760)
  const row = page.getByRole('listitem').filter({ hasText: job.slice(-8) })
  await expect(row).toContainText(/5,940 \+ 12.*of 15,525/)
  await server.control.fault({ fault: { kind: 'answer', status: 503, body: { detail: 'Down.' } } })
  await lookNow()
  const trouble = row.getByTitle(/^server trouble since \d\d:\d\d$/)
  await trouble.waitFor()
  expect(await trouble.evaluate(text => text.scrollWidth <= text.clientWidth)).toBe(true)
  const hidden = await row.getByTitle('3 warned').evaluate(part => {
    const whole = part.parentElement?.getBoundingClientRect()
    const { right, bottom } = part.getBoundingClientRect()
    return whole === undefined || right > whole.right || bottom > whole.bottom
  })
  expect(hidden).toBe(false)
})

const failed = {
  status: 'failed',
  total_items: 900,
  processed_items: 412,
  failed_items: 8,
  error_message: 'The site answered 403 to every request for ten minutes.',
}

test('why a job failed is read whole in a row of a window of 960 px and of 420 px, and cut is only what is longer still', async ({
  openWatching,
  server,
  lookNow,
}) => {
  const { app, page } = await openWatching(['crawl-aaaa1111', 'crawl-bbbb2222'])
  await server.control.merchantJob('crawl-aaaa1111', failed)
  await server.control.merchantJob('crawl-bbbb2222', { ...failed, error_message: 'Refused. '.repeat(40) })
  await lookNow()
  const row = (id: string) => page.getByRole('listitem').filter({ hasText: id })
  const [told, endless] = [row('aaaa1111'), row('bbbb2222')]
  const text = (of: typeof told) => of.getByText(/Failed, 480 not reached/)
  await expect(text(told)).toBeVisible()
  await expect(text(endless)).toBeVisible()
  const isCut = (line: Element) => line.scrollWidth > line.clientWidth || line.scrollHeight > line.clientHeight
  for (const [width, lines] of [
    [960, 1],
    [420, 2],
  ] as const) {
    await resize({ app, page }, width, 760)
    expect(await text(told).evaluate(isCut)).toBe(false)
    expect(await text(endless).evaluate(isCut)).toBe(true)
    expect((await text(endless).boundingBox())?.height).toBe(lines * 18)
    await expect(told).toContainText(/412 \+ 8.*of 900/)
    expect(await told.getByTitle('8 failed').evaluate(part => part.getBoundingClientRect().right)).toBeLessThan(width)
  }
})

test('with text of 150 % and of 200 % in a window of 420 px the counts of a row stay whole', async ({
  openWatching,
}) => {
  const counts = { total_items: 15_525, processed_items: 5_940, failed_items: 1_512, warned_items: 230 }
  const { app, page } = await openWatching(['crawl-aaaa1111'], { status: 'in_progress', ...counts })
  await resize({ app, page }, 420, 760)
  for (const size of ['150%', '200%']) {
    await page.evaluate(wanted => {
      document.documentElement.style.fontSize = wanted
    }, size)
    const whole = page.getByTitle('1,512 failed').locator('..').locator('..')
    await expect(whole).toContainText(/5,940 \+ 1,512.*of 15,525/)
    await expect.poll(() => whole.evaluate(line => line.scrollWidth - line.clientWidth)).toBe(0)
    const cut = await whole.evaluate(line => [...line.children].filter(part => part.scrollWidth > part.clientWidth))
    expect(cut).toEqual([])
  }
})

test('what a row cuts, or has no room for, is told where it is pointed at, and nothing is told of the rest', async ({
  openWatching,
  server,
  lookNow,
}) => {
  const { app, page } = await openWatching(['crawl-aaaa1111', 'crawl-bbbb2222'])
  const why = 'Refused: the attribute is required. '.repeat(5).trim()
  await server.control.merchantJob('crawl-aaaa1111', { ...failed, error_message: why })
  await lookNow()
  await resize({ app, page }, 960, 760)
  const row = (id: string) => page.getByRole('listitem').filter({ hasText: id })
  const tip = (of: ReturnType<typeof row>) => of.locator('button').first()
  const story = row('aaaa1111').getByText(/Failed, 480 not reached/)
  await expect(story).toBeVisible()
  // The row's button lies over all of it, so the pointer is moved to the place and not to the element.
  const pointAt = async (part: typeof story) => {
    const box = await part.boundingBox()
    await page.mouse.move(0, 0)
    if (box !== null) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  }
  // Again where the row has moved meanwhile, to another group or by a line above the list.
  const tells = (part: typeof story, id: string, title: RegExp | string) =>
    expect(async () => {
      await pointAt(part)
      await expect(tip(row(id))).toHaveAttribute('title', title, { timeout: 1_000 })
    }).toPass()
  await tells(story, 'aaaa1111', new RegExp(`— ${why}$`))
  await tells(row('aaaa1111').getByTitle('8 failed'), 'aaaa1111', '8 failed')
  await pointAt(row('bbbb2222').locator('bdi', { hasText: 'Running' }))
  await expect(tip(row('bbbb2222'))).not.toHaveAttribute('title', /./)
  await server.control.fault({ fault: { kind: 'answer', status: 503, body: { detail: 'Down.' } } })
  await lookNow()
  const trouble = row('bbbb2222').getByText(/^server trouble/)
  await trouble.waitFor()
  await tells(trouble, 'bbbb2222', /^server trouble since \d\d:\d\d$/)
})
