import { brotliCompressSync, gzipSync } from 'node:zlib'
import { packing } from './support/in-front'
import { expect, test } from './support/window'

for (const [encoding, pack] of [
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
] as const) {
  test(`answers packed with ${encoding} are read by the built app`, async ({ open, server, runCli }) => {
    const { control, merchant } = server
    await control.merchantJob('crawl-packed1', { status: 'in_progress', total_items: 10, processed_items: 4 })
    const port = await packing(merchant.baseUrl, { encoding, pack })
    await open()
    const url = `http://127.0.0.1:${port}`
    const connect = ['connect', '--name', 'Packed', '--vendor', 'merchantops', '--url', url, '--key-stdin']
    expect((await runCli(connect, `${merchant.key}\n`)).code).toBe(0)
    const watched = await runCli(['watch', 'Packed', 'crawl-packed1'])
    expect(watched).toEqual({ code: 0, stdout: 'Watching crawl-packed1: Enrichment · 40 %\n', stderr: '' })
  })
}
