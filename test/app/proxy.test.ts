import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { expect, test } from './support/window'

/** A proxy that opens every tunnel it is asked for, and keeps where to. */
async function aTunneller() {
  const asked: string[] = []
  const server = createServer(socket => {
    socket.on('error', () => socket.destroy())
    socket.once('data', first => {
      const [, host, port] = /^CONNECT ([^:]+):(\d+)/.exec(first.toString()) ?? []
      asked.push(`${host}:${port}`)
      const onward = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        socket.pipe(onward).pipe(socket)
      })
      onward.on('error', () => socket.destroy())
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { port, asked, close: () => server.close() }
}

test('the proxy that the system names carries every request and is named in the settings (fault 29)', async ({
  open,
  server,
  watchMerchant,
}) => {
  await server.control.merchantJob('crawl-proxied1', { status: 'in_progress', total_items: 10, processed_items: 4 })
  const proxy = await aTunneller()
  const { app, page } = await open()
  // As a person would set it for the whole system; Chromium leaves loopback out unless it is told not to.
  const setSystemProxy = (proxyRules: string) =>
    app.electron.evaluate(
      ({ app }, rules) => app.setProxy({ proxyRules: rules, proxyBypassRules: '<-loopback>' }),
      proxyRules,
    )
  await setSystemProxy(`http://127.0.0.1:${proxy.port}`)
  await watchMerchant('crawl-proxied1')
  expect(new Set(proxy.asked)).toEqual(new Set([new URL(server.merchant.baseUrl).host]))

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
