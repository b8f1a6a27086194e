import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aCertificate } from '../wire/certificate'
import { httpProxy, httpsProxy, overTls, socksProxy } from './support/in-front'
import { expect, test } from './support/window'

const name = 'api.outfitters.test'
const jobId = 'crawl-overtls1'

/** How the system may name a proxy: in the environment, as Chromium reads it on Linux, or in its settings. */
type Way = { readonly env?: Readonly<Record<string, string>>; readonly config?: Electron.ProxyConfig }

const pac = (answer: string) =>
  `data:application/x-ns-proxy-autoconfig,${encodeURIComponent(`function FindProxyForURL(url, host) { return '${answer}' }`)}`

const ways: readonly (readonly [string, 'http' | 'https' | 'socks', (port: number) => Way])[] = [
  ['an HTTP proxy of the environment', 'http', port => ({ env: { https_proxy: `http://127.0.0.1:${port}` } })],
  ['a SOCKS5 proxy of the environment', 'socks', port => ({ env: { SOCKS_SERVER: `127.0.0.1:${port}` } })],
  ['an HTTPS proxy', 'https', port => ({ config: { proxyRules: `https://127.0.0.1:${port}` } })],
  ['a PAC file that names an HTTP proxy', 'http', port => ({ config: { pacScript: pac(`PROXY 127.0.0.1:${port}`) } })],
  [
    'a PAC file that names a SOCKS5 proxy',
    'socks',
    port => ({ config: { pacScript: pac(`SOCKS5 127.0.0.1:${port}; DIRECT`) } }),
  ],
]

for (const [which, kind, way] of ways) {
  test(`${which} leads to a server over TLS whose authority is one's own, and the doctor finds nothing wrong`, async ({
    desktop,
    open,
    server: { control, merchant },
    runCli,
    ask,
  }) => {
    const certificate = aCertificate({ dns: [name], ip: ['127.0.0.1'] })
    const caFile = join(desktop.home, 'authority.pem')
    writeFileSync(caFile, certificate.cert)
    await control.merchantJob(jobId, { status: 'in_progress', total_items: 10, processed_items: 4 })
    const asked: string[] = []
    const port = await { http: httpProxy, https: httpsProxy, socks: socksProxy }[kind](asked, certificate)
    const { env, config } = way(port)
    const target = `${name}:${await overTls(merchant.baseUrl, certificate)}`

    const { app } = await open({ ...(env && { env }) })
    if (config) await app.electron.evaluate(({ app }, wanted) => app.setProxy(wanted), config)
    const connect = () =>
      runCli(
        [
          ...['connect', '--name', 'Outfitters', '--vendor', 'merchantops'],
          ...['--url', `https://${target}`, '--key-stdin'],
        ],
        `${merchant.key}\n`,
      )
    const distrusted = await connect()
    expect(distrusted.code).toBe(1)
    await ask('settings:change', { caFile })
    expect(await connect()).toEqual({ code: 0, stdout: 'Connected Outfitters.\n', stderr: '' })
    const watched = await runCli(['watch', 'Outfitters', jobId])
    expect(watched).toEqual({ code: 0, stdout: `Watching ${jobId}: Enrichment · 40 %\n`, stderr: '' })
    expect(await runCli(['doctor', 'Outfitters'])).toMatchObject({ code: 0, stderr: '' })
    expect(new Set(asked)).toEqual(new Set([target]))
  })
}
