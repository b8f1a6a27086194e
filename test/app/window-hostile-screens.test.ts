import { smallest } from '../../src/main/profile/window-bounds'
import { resize } from './support/resize'
import { dialogs, pages, wrongsOn } from './support/screens'
import { expect, test } from './support/window'

const markup = `<img src=x onerror="document.title='executed'"><script>document.title='executed'</script>`
const turned = '\u202egpj.exe\u2066\u05e9\u05dc\u05d5\u05dd'
const endless = 'pneumonoultramicroscopic'.repeat(42_000)

/** A megabyte, a turned line and markup, in every field that a server fills. */
const hostile = {
  job_type: `${markup}${turned}`,
  status: 'failed',
  total_items: 10,
  processed_items: 1_000_000,
  failed_items: 7,
  error_message: endless,
  success_rate: 1e300,
  metadata: { stage: turned, last_message: markup, [markup]: { [turned]: [markup, endless] } },
  errors: [
    {
      entity_key: `${turned}${markup}`,
      entity_type: endless.slice(0, 50_000),
      error_type: markup,
      message: endless,
      timestamp: markup,
      step: turned,
      details: { [markup]: endless.slice(0, 1_000) },
    },
  ],
  warnings: [
    { entity_key: markup, entity_type: turned, error_type: turned, message: turned, timestamp: null, step: null },
  ],
  reference_keys: [{ entity_type: markup, key: turned }],
}

test('hostile data in every field breaks no page and no dialog: no overflow, nothing run, no line turned', async ({
  open,
  server,
  ask,
  watchMerchant,
  stateUntil,
  lookNow,
}) => {
  // Two, so that every page has a row: the screens look for a job by the names of the demo.
  await server.control.merchantJob('crawl-hostile1', { ...hostile, status: 'in_progress' })
  await server.control.merchantJob('crawl-plain001', { job_type: 'crawl', status: 'in_progress', total_items: 10 })
  const { app, page } = await open()
  const id = await watchMerchant('crawl-hostile1', 'crawl-plain001')
  await server.control.change('crawl-hostile1', hostile)
  await lookNow()
  await stateUntil(({ notices }) => notices.length > 0)
  const saved = await ask('connections:save', id, { ...server.merchant, key: null, name: markup.slice(0, 60) }, true)
  expect(saved.ok, JSON.stringify(saved)).toBe(true)
  await resize({ app, page }, smallest.width, 680)
  const look = () =>
    page.evaluate(() => {
      const wide = document.documentElement.scrollWidth > window.innerWidth ? ['wider than the window'] : []
      const made = [...document.querySelectorAll('img, iframe, a[href], script:not([src])')].map(
        ({ tagName }) => tagName,
      )
      const turned = /[\u202a-\u202e\u2066-\u2069]/.test(document.body.textContent ?? '') ? ['a line is turned'] : []
      const title = document.title === 'Jobtray' ? [] : [document.title]
      return [...wide, ...made, ...turned, ...title]
    })
  expect(await wrongsOn(page, [...pages, ...dialogs], look)).toEqual([])
  // The hostile job's own page, each of its tabs.
  await page.evaluate(hash => {
    window.location.hash = hash
  }, `#/job/${id}/crawl-hostile1`)
  await page.getByRole('tab').first().waitFor()
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    await expect.poll(look, (await tab.textContent()) ?? 'tab').toEqual([])
  }
})
