import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { answerSocks } from '../support/socks'
import { answerTunnels } from '../support/tunnels'
import { expect, test } from './support/window'

/** A program of the test's own between the app and the server. */
async function listening(answer: (socket: Socket) => void) {
  const server = createServer(answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { port, close: () => server.close() }
}

test('the proxy that the system names carries every request and is named in the settings (fault 29)', async ({
  open,
  server,
  watchMerchant,
}) => {
  await server.control.merchantJob('crawl-proxied1', { status: 'in_progress', total_items: 10, processed_items: 4 })
  const asked: string[] = []
  const proxy = await listening(answerTunnels(asked))
  const { app, page } = await open()
  // As a person would set it for the whole system; Chromium leaves loopback out unless it is told not to.
  const setSystemProxy = (proxyRules: string) =>
    app.electron.evaluate(
      ({ app }, rules) => app.setProxy({ proxyRules: rules, proxyBypassRules: '<-loopback>' }),
      proxyRules,
    )
  await setSystemProxy(`http://127.0.0.1:${proxy.port}`)
  await watchMerchant('crawl-proxied1')
  expect(new Set(asked)).toEqual(new Set([new URL(server.merchant.baseUrl).host]))

  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await expect(page.getByText(`through http://127.0.0.1:${proxy.port}`)).toBeVisible()

  await setSystemProxy(`socks4://127.0.0.1:${proxy.port}`)
  await page.getByRole('button', { name: 'Connections', exact: true }).click()
  // The page before it stays in sight until it has come, and reads nothing anew.
  await expect(page.getByRole('heading', { name: 'Connections', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await expect(page.getByText('SOCKS4 proxies are not supported; an HTTP or SOCKS5 proxy is.')).toBeVisible()
  proxy.close()
})

test('a SOCKS5 proxy carries every request of the built app', async ({ open, server, watchMerchant }) => {
  await server.control.merchantJob('crawl-socks1', { status: 'in_progress', total_items: 10, processed_items: 4 })
  const asked: string[] = []
  const proxy = await listening(answerSocks(asked))
  const { app } = await open()
  await app.electron.evaluate(
    ({ app }, proxyRules) => app.setProxy({ proxyRules, proxyBypassRules: '<-loopback>' }),
    `socks5://127.0.0.1:${proxy.port}`,
  )
  await watchMerchant('crawl-socks1')
  expect(new Set(asked)).toEqual(new Set([new URL(server.merchant.baseUrl).host]))
  proxy.close()
})
