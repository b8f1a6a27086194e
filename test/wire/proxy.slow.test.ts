import { describe, expect, it } from 'vitest'
import { proxyOf } from '../../src/main/shell/proxy'
import { aWireStatus } from '../main/apis/builders'
import { aProxy } from './a-proxy'
import { aCertificate } from './certificate'
import { aClient, faultOf, scaled } from './client'
import { sendJson, serve, serveTcp } from './server'

const jobId = 'enrichment-5f2c81d0'

describe('a proxy', () => {
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
    const session = {
      async resolveProxy(url: string) {
        asked.push(url)
        return `PROXY ${proxy.url.replace('http://', '')}; DIRECT`
      },
    }
    const api = aClient(server.origin, { proxyFor: proxyOf(() => session) })
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

  it.each([407, 403, 502])('that answers %d has let nothing through', async status => {
    const server = await serve((_request, response) => sendJson(response, 200, aWireStatus()))
    const proxy = await aProxy(status)
    const api = aClient(server.origin, { proxyFor: async () => proxy.url })
    expect(faultOf(await api.readStatus(jobId))).toMatchObject({
      kind: 'unreachable',
      cause: 'proxy',
      mayHaveArrived: false,
    })
    expect(server.seen).toEqual([])
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
    ['of the whole exchange', { ...scaled, connectMs: 60_000 }, 'no complete answer within 2.5 s'],
    ['of the connection', { ...scaled, totalMs: 10_000 }, 'no tunnel through the proxy within 0.5 s'],
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
