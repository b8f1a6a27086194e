import { setTimeout as sleep } from 'node:timers/promises'
import { httpProxy } from './support/in-front'
import { expect, test } from './support/window'

test('the app asks nobody but the servers of its connections for anything', async ({ open, server, watchMerchant }) => {
  await server.control.merchantJob('crawl-alone001', { status: 'in_progress', total_items: 10, processed_items: 4 })
  const asked: string[] = []
  const proxy = `http://127.0.0.1:${await httpProxy(asked)}`
  const { page } = await open({ env: { http_proxy: proxy, https_proxy: proxy } })
  await watchMerchant('crawl-alone001')
  const field = page.getByRole('combobox', { name: 'Filter jobs' })
  await field.waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('a wrod that is mispelt')
  await expect(field).toHaveValue('a wrod that is mispelt')
  // Nothing tells that no more is coming.
  await sleep(6_000)
  expect(asked).toEqual([])
})
