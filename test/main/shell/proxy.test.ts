import { describe, expect, it } from 'vitest'
import { firstProxy, proxyOf } from '../../../src/main/shell/proxy'

describe("the system's answer about a proxy (fault 29)", () => {
  it.each([
    ['DIRECT', null],
    ['', null],
    [' ; ', null],
    ['PROXY proxy.corp:3128', 'http://proxy.corp:3128'],
    ['PROXY proxy.corp:3128; DIRECT', 'http://proxy.corp:3128'],
    ['  proxy   proxy.corp:3128 ;DIRECT', 'http://proxy.corp:3128'],
    ['PROXY [::1]:3128', 'http://[::1]:3128'],
    ['HTTPS proxy.corp:443', 'https://proxy.corp:443'],
    ['SOCKS5 127.0.0.1:1080', 'socks5://127.0.0.1:1080'],
    ['SOCKS 127.0.0.1:1080', 'socks4://127.0.0.1:1080'],
    ['SOCKS4 127.0.0.1:1080', 'socks4://127.0.0.1:1080'],
    ['SOCKS 127.0.0.1:1080; PROXY proxy.corp:3128', 'http://proxy.corp:3128'],
    ['SOCKS4 127.0.0.1:1080; DIRECT', null],
    ['QUIC proxy.corp:443', 'quic://proxy.corp:443'],
    ['DIRECT; PROXY late.corp:1', null],
    ['PROXY', null],
  ])('%j means %j', (answer, proxy) => {
    expect(firstProxy(answer)).toBe(proxy)
  })

  it('is asked for the very address', async () => {
    const asked: string[] = []
    const proxy = proxyOf({
      resolveProxy: async url => {
        asked.push(url)
        return 'PROXY p:1'
      },
    })
    expect(await proxy('https://api.example.com/api/jobs/x')).toBe('http://p:1')
    expect(asked).toEqual(['https://api.example.com/api/jobs/x'])
  })
})
