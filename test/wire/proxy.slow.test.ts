import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { proxyOf } from '../../src/main/shell/proxy'
import { aWireStatus } from '../main/apis/builders'
import { aProxy, aSocksProxy } from './a-proxy'
import { aCertificate } from './certificate'
import { aClient, faultOf, scaled } from './client'
import { sendJson, serve, serveTcp } from './server'

const jobId = 'enrichment-5f2c81d0'

describe('a proxy (fault 29)', () => {
  it('is asked for by address and carries the exchange', async () => {
    const server = await serve((_request, response) => sendJson(response, 200, aWireStatus()))
    const proxy = await aProxy()
    const asked: string[] = []
    const api = aClient(server.origin, {
      proxyFor: async url => {
        asked.push(url)
        return proxy.url
      },
    })
    expect(await api.readStatus(jobId)).toMatchObject({ ok: true })
    expect(asked).toEqual([`${server.origin}/api/jobs/${jobId}/status`])
    expect(proxy.read()).toContain(`CONNECT 127.0.0.1:${server.port}`)
  })

  it('is the one that the system names for the address, as Chromium tells it', async () => {
    const server = await serve((_request, response) => sendJson(response, 200, aWireStatus()))
    const proxy = await aProxy()
    const asked: string[] = []
    const app = {
      async resolveProxy(url: string) {
        asked.push(url)
        return `PROXY ${proxy.url.replace('http://', '')}; DIRECT`
      },
    }
    const api = aClient(server.origin, { proxyFor: proxyOf(app) })
    expect(await api.readStatus(jobId)).toMatchObject({ ok: true })
    expect(asked).toEqual([`${server.origin}/api/jobs/${jobId}/status`])
    expect(proxy.read()).toContain(`CONNECT 127.0.0.1:${server.port}`)
  })

  it('sees no key when the server is reached over TLS', async () => {
    const certificate = aCertificate({ ip: ['127.0.0.1'] })
    const server = await serve((_request, response) => sendJson(response, 200, aWireStatus()), certificate)
    const proxy = await aProxy()
    const api = aClient(server.origin, { extraCaPem: certificate.cert, proxyFor: async () => proxy.url })
    expect(await api.readStatus(jobId)).toMatchObject({ ok: true })
    expect(proxy.read()).toContain('CONNECT')
    expect(proxy.read()).not.toMatch(/canary|authorization/i)
  })

  it.each([
    [407, 'it asks for a user name and password, which Jobtray cannot give: status 407'],
    [403, 'status 403'],
    [502, 'status 502'],
  ])('that answers %d has let nothing through, and is told why', async (status, reason) => {
    const server = await serve((_request, response) => sendJson(response, 200, aWireStatus()))
    const proxy = await aProxy(status)
    const api = aClient(server.origin, { proxyFor: async () => proxy.url })
    expect(faultOf(await api.readStatus(jobId))).toEqual({
      kind: 'unreachable',
      cause: 'proxy',
      reason,
      mayHaveArrived: false,
    })
    expect(server.seen).toEqual([])
  })

  it.each([
    ['socks4', 'SOCKS4'],
    ['quic', 'QUIC'],
  ])('of a kind that we do not speak is refused, and no way round it is taken: %s', async (scheme, named) => {
    const server = await serve((_request, response) => sendJson(response, 200, aWireStatus()))
    const proxy = await aProxy()
    const proxyFor = async () => proxy.url.replace('http:', `${scheme}:`)
    expect(faultOf(await aClient(server.origin, { proxyFor }).readStatus(jobId))).toEqual({
      kind: 'unreachable',
      cause: 'proxy',
      reason: `${named} proxies are not supported; an HTTP or SOCKS5 proxy is`,
      mayHaveArrived: false,
    })
    expect([server.seen, proxy.read()]).toEqual([[], ''])
  })

  it.each([false, true])('of the kind SOCKS5 carries the exchange, over TLS too: %j', async secure => {
    const certificate = aCertificate({ ip: ['127.0.0.1'] })
    const server = await serve(
      (_request, response) => sendJson(response, 200, aWireStatus()),
      secure ? certificate : undefined,
    )
    const proxy = await aSocksProxy()
    const api = aClient(server.origin, { extraCaPem: certificate.cert, proxyFor: async () => proxy.url })
    expect(await api.readStatus(jobId)).toMatchObject({ ok: true })
    expect(proxy.asked).toEqual([`127.0.0.1:${server.port}`])
  })

  it('of the kind SOCKS5 does not keep a slow server from being one', async () => {
    const server = await serve(() => {})
    const proxy = await aSocksProxy()
    const api = aClient(server.origin, { limits: { ...scaled, totalMs: 10_000 }, proxyFor: async () => proxy.url })
    expect(faultOf(await api.readStatus(jobId))).toMatchObject({
      cause: 'timeout',
      reason: 'no answer within 1 s',
      mayHaveArrived: true,
    })
  })

  it.each([
    [Buffer.from([5, 0xff]), null, 'it asks for a user name and password, which Jobtray cannot give'],
    [Buffer.from([4, 0]), null, 'it does not speak SOCKS5'],
    [Buffer.from([5, 0]), Buffer.from([5, 5, 0, 1, 0, 0, 0, 0, 0, 0]), 'the server refused it the connection'],
    [Buffer.from([5, 0]), Buffer.from([5, 2, 0, 1, 0, 0, 0, 0, 0, 0]), 'it does not allow connections to this server'],
    [Buffer.from([5, 0]), Buffer.from([5, 1, 0, 1, 0, 0, 0, 0, 0, 0]), 'it refused'],
  ])('of the kind SOCKS5 that answers %j and %j is told why', async (greeting, reply, reason) => {
    const proxy = await serveTcp(socket => {
      socket.once('data', () => {
        socket.write(greeting)
        if (reply !== null) socket.once('data', () => socket.write(reply))
      })
    })
    const proxyFor = async () => proxy.origin.replace('http:', 'socks5:')
    expect(faultOf(await aClient('http://127.0.0.1:9', { proxyFor }).readStatus(jobId))).toEqual({
      kind: 'unreachable',
      cause: 'proxy',
      reason,
      mayHaveArrived: false,
    })
  })

  it('of the kind SOCKS5 that never answers is told so, and left', async () => {
    let left: Promise<unknown> = Promise.reject(new Error('never met'))
    left.catch(() => undefined)
    const proxy = await serveTcp(socket => {
      left = once(socket.resume(), 'close')
    })
    const api = aClient('http://127.0.0.1:9', {
      limits: { ...scaled, totalMs: 6_000 },
      proxyFor: async () => proxy.origin.replace('http:', 'socks5:'),
    })
    expect(faultOf(await api.readStatus(jobId))).toMatchObject({ cause: 'proxy', reason: 'it did not answer' })
    await left
  })

  it('that is not there has let nothing through', async () => {
    const proxy = await aProxy()
    await proxy.close()
    const api = aClient('http://127.0.0.1:9', { proxyFor: async () => proxy.url })
    expect(faultOf(await api.readStatus(jobId))).toEqual({
      kind: 'unreachable',
      cause: 'proxy',
      reason: 'ECONNREFUSED',
      mayHaveArrived: false,
    })
  })

  it.each([
    ['of the whole exchange', { ...scaled, connectMs: 60_000 }, 'no complete answer within 5 s'],
    ['of the connection', { ...scaled, totalMs: 10_000 }, 'no tunnel through the proxy within 1.5 s'],
  ])('that never answers is over the time %s', async (_which, limits, reason) => {
    const mute = await serveTcp(() => {})
    const api = aClient('http://127.0.0.1:9', { limits, proxyFor: async () => mute.origin })
    expect(faultOf(await api.readStatus(jobId))).toEqual({
      kind: 'unreachable',
      cause: 'timeout',
      reason,
      mayHaveArrived: false,
    })
  })

  it('that cannot be looked up is told as that', async () => {
    const rejecting = () => Promise.reject(new Error('no'))
    const silent = () => new Promise<null>(() => {})
    for (const proxyFor of [rejecting, silent]) {
      const api = aClient('http://127.0.0.1:9', { limits: scaled, proxyFor })
      expect(faultOf(await api.readStatus(jobId))).toEqual({
        kind: 'unreachable',
        cause: 'proxy',
        reason: 'the proxy settings could not be read',
        mayHaveArrived: false,
      })
    }
  })

  it('is left out when there is none for the address', async () => {
    const server = await serve((_request, response) => sendJson(response, 200, aWireStatus()))
    expect(await aClient(server.origin, { proxyFor: async () => null }).readStatus(jobId)).toMatchObject({ ok: true })
  })
})
