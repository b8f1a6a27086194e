import { describe, expect, it } from 'vitest'
import { aGet, aHttp, faultOf, scaled } from './client'
import { sendJson, serve, serveTcp } from './server'

describe('a connection that fails', () => {
  const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n'

  it('E24: is cut when the body ends before its length (fault 16)', async () => {
    const server = await serveTcp(socket =>
      socket.once('data', () => socket.end(`${head}Content-Length: 500\r\n\r\n{"a"`)),
    )
    expect(faultOf(await aHttp()(aGet(server.origin)))).toMatchObject({
      kind: 'unreachable',
      cause: 'cut',
      mayHaveArrived: true,
    })
  })

  it('E24: is cut when a chunked body has no end (fault 16)', async () => {
    const server = await serveTcp(socket =>
      socket.once('data', () => socket.end(`${head}Transfer-Encoding: chunked\r\n\r\n4\r\n{"a"\r\n`)),
    )
    expect(faultOf(await aHttp()(aGet(server.origin)))).toMatchObject({ kind: 'unreachable', cause: 'cut' })
  })

  it('E24: is cut when it is reset in the middle of the body (fault 15)', async () => {
    const server = await serveTcp(socket =>
      socket.once('data', () => {
        socket.write(`${head}Content-Length: 500\r\n\r\n{"a"`, () => setImmediate(() => socket.resetAndDestroy()))
      }),
    )
    expect(faultOf(await aHttp()(aGet(server.origin)))).toMatchObject({ kind: 'unreachable', cause: 'cut' })
  })

  it('is another service when it answers something that is no HTTP', async () => {
    const server = await serveTcp(socket => socket.once('data', () => socket.end('220 mail.example ESMTP\r\n')))
    expect(faultOf(await aHttp()(aGet(server.origin)))).toEqual({ kind: 'not-the-api', contentType: null })
  })

  it('is out of time when the headers never come (fault 13)', async () => {
    const server = await serve(() => {})
    expect(faultOf(await aHttp({ limits: scaled })(aGet(server.origin)))).toEqual({
      kind: 'unreachable',
      cause: 'timeout',
      reason: 'no answer within 1 s',
      mayHaveArrived: true,
    })
  })

  it('is out of time when the body stands still (fault 14)', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"a":')
    })
    expect(faultOf(await aHttp({ limits: { ...scaled, totalMs: 10_000 } })(aGet(server.origin)))).toMatchObject({
      cause: 'timeout',
      reason: 'the answer stood still for 1 s',
    })
  })

  it('is out of time when the body drips for ever (fault 14)', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const drip = setInterval(() => response.write(' '), 50)
      response.on('close', () => clearInterval(drip))
    })
    expect(faultOf(await aHttp({ limits: scaled })(aGet(server.origin)))).toMatchObject({
      cause: 'timeout',
      reason: 'no complete answer within 5 s',
    })
  })

  it('frees its place and keeps no other server waiting (fault 13)', async () => {
    const silent = await serve(() => {})
    const quick = await serve((_request, response) => sendJson(response, 200, {}))
    const http = aHttp({ limits: { connectMs: 5_000, headersMs: 1_500, bodyIdleMs: 1_500, totalMs: 3_000 } })
    const stuck = Array.from({ length: 12 }, () => http(aGet(silent.origin)))
    expect(await http(aGet(quick.origin))).toMatchObject({ ok: true })
    expect((await Promise.all(stuck)).every(result => !result.ok)).toBe(true)
  })

  it('cannot have carried anything when nobody listens', async () => {
    const server = await serve(() => {})
    await server.close()
    expect(faultOf(await aHttp()(aGet(server.origin)))).toEqual({
      kind: 'unreachable',
      cause: 'connect',
      reason: 'ECONNREFUSED',
      mayHaveArrived: false,
    })
  })

  it('cannot have carried anything when the host has no name (fault 27)', async () => {
    expect(faultOf(await aHttp()(aGet('http://no-such-host.localhost:9/x')))).toMatchObject({
      kind: 'unreachable',
      cause: 'name',
      mayHaveArrived: false,
    })
  })
})
