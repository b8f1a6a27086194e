import { connect, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { aWireStatus } from '../main/apis/builders'
import { aCertificate } from './certificate'
import { aClient, faultOf, scaled } from './client'
import { sendJson, serve, serveTcp } from './server'

const jobId = 'enrichment-5f2c81d0'

/** A proxy that opens tunnels, or answers CONNECT with the given status. Keeps all that it could read. */
async function aProxy(status = 200) {
  const read: Buffer[] = []
  const server = await serveTcp((socket: Socket) => {
    socket.once('data', first => {
      read.push(first)
      const [, host, port] = /^CONNECT ([^:]+):(\d+)/.exec(first.toString()) ?? []
      if (status !== 200) return void socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`)
      const onward = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        socket.on('data', part => read.push(part))
        socket.pipe(onward).pipe(socket)
      })
      onward.on('error', () => socket.destroy())
      socket.on('close', () => onward.destroy())
    })
  })
  return { url: server.origin, read: () => Buffer.concat(read).toString('latin1'), close: server.close }
}

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
