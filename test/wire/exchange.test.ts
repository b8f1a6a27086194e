import { setImmediate as nextTurn } from 'node:timers/promises'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createHttp } from '../../src/main/apis/http'
import { aWireJob, aWireStatus } from '../main/apis/builders'
import { aClient, aGet, aHttp, answerOf, aPost, faultOf, scaled, writingOf } from './client'
import { sendJson, serve, serveTcp } from './server'

const jobId = 'enrichment-5f2c81d0'

describe('a good exchange', () => {
  it('says honestly who asks and what it takes, and sends no cookie', async () => {
    const server = await serve((_request, response) => sendJson(response, 200, aWireStatus(), { 'set-cookie': 'a=b' }))
    const api = aClient(server.origin)
    await api.readStatus(jobId)
    await nextTurn() // undici gives a socket back one turn after its answer
    expect(await api.readStatus(jobId)).toMatchObject({ ok: true, value: { facts: { phase: 'running', total: 40 } } })
    expect(server.seen).toHaveLength(2)
    expect(server.seen[1]).toMatchObject({ method: 'GET', path: `/api/jobs/${jobId}/status`, body: '' })
    expect(server.seen[1]?.headers).toMatchObject({
      accept: 'application/json',
      'accept-encoding': 'gzip, br',
      'user-agent': 'Jobtray/1.2.3',
      authorization: 'Bearer canary-key-5d1f0c7a9b',
    })
    expect(server.seen[1]?.headers).not.toHaveProperty('cookie')
    expect(server.seen[1]?.headers).not.toHaveProperty('content-type')
    expect(server.sockets()).toBe(1)
  })

  it('posts JSON as JSON', async () => {
    const server = await serve((_request, response) => sendJson(response, 201, aWireJob()))
    const created = await writingOf(aClient(server.origin)).create({ jobType: 'crawl', totalItems: 0 })
    expect(created).toMatchObject({ ok: true, value: { jobId } })
    expect(server.seen[0]).toMatchObject({
      method: 'POST',
      path: '/api/jobs/',
      body: '{"job_type":"crawl","total_items":0}',
    })
    expect(server.seen[0]?.headers['content-type']).toBe('application/json')
  })

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['identity', (text: string) => Buffer.from(text)],
  ] as const)('reads a body in %s and counts its bytes unpacked', async (encoding, pack) => {
    const text = JSON.stringify(aWireStatus())
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': encoding })
      response.end(pack(text))
    })
    const answer = answerOf(await aHttp()(aGet(server.origin)))
    expect(answer).toMatchObject({ status: 200, json: aWireStatus(), bytes: text.length })
    expect(Math.abs((answer.serverTime ?? 0) - Date.now())).toBeLessThan(60_000)
  })

  it('takes JSON without a type, and with a mark at its beginning', async () => {
    const server = await serve((_request, response) => response.end(`\ufeff${JSON.stringify(aWireStatus())}`))
    expect(await aHttp()(aGet(server.origin))).toMatchObject({ ok: true, value: { json: aWireStatus() } })
  })

  it('keeps to six sockets, however many ask', async () => {
    const held: (() => void)[] = []
    const server = await serve((_request, response) => {
      held.push(() => sendJson(response, 200, aWireStatus()))
      if (held.length === 6) for (const release of held.splice(0)) release()
    })
    const http = aHttp()
    const results = await Promise.all(Array.from({ length: 60 }, () => http(aGet(server.origin))))
    expect(results.every(result => result.ok)).toBe(true)
    expect(server.seen).toHaveLength(60)
    expect(server.mostSockets()).toBe(6)
  })

  it('does not count the wait for a place as the server’s slowness', async () => {
    const server = await serve((_request, response) => {
      setTimeout(() => sendJson(response, 200, {}), 300)
    })
    const http = aHttp({ limits: { connectMs: 5_000, headersMs: 4_000, bodyIdleMs: 4_000, totalMs: 4_000 } })
    const results = await Promise.all(Array.from({ length: 90 }, () => http(aGet(server.origin))))
    expect(results.filter(result => !result.ok)).toEqual([])
    expect(server.seen).toHaveLength(90)
  })
})

describe('a kept socket that the server closes under the next request', () => {
  /** Answers the first request of its first connection, then resets at the second. */
  const tired = async () => {
    let asked = 0
    let connections = 0
    const server = await serveTcp(socket => {
      connections += 1
      const isFirst = connections === 1
      let here = 0
      socket.on('data', () => {
        asked += 1
        here += 1
        if (isFirst && here === 2) return void socket.resetAndDestroy()
        const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n'
        socket.write(`${head}{"n":1}`)
      })
    })
    return { server, asked: () => asked }
  }

  it('is no fault of a read, which is made again at once (fault 15)', async () => {
    const { server, asked } = await tired()
    const http = aHttp()
    expect(await http(aGet(server.origin))).toMatchObject({ ok: true })
    await nextTurn()
    expect(await http(aGet(server.origin))).toMatchObject({ ok: true, value: { json: { n: 1 } } })
    expect(asked()).toBe(3)
    expect(server.sockets()).toBe(2)
  })

  it('E24: is a post that may have arrived, which is not made again', async () => {
    const { server, asked } = await tired()
    const http = aHttp()
    await http(aGet(server.origin))
    await nextTurn()
    expect(faultOf(await http(aPost(server.origin)))).toMatchObject({
      kind: 'unreachable',
      cause: 'cut',
      mayHaveArrived: true,
    })
    expect(asked()).toBe(2)
  })

  it('is no server that is only slow on it: that one is not asked twice (faults 12, 13)', async () => {
    let asked = 0
    const server = await serve((_request, response) => {
      asked += 1
      if (asked === 1) sendJson(response, 200, {})
    })
    const http = aHttp({ limits: scaled })
    expect(await http(aGet(server.origin))).toMatchObject({ ok: true })
    await nextTurn()
    expect(faultOf(await http(aGet(server.origin)))).toMatchObject({ cause: 'timeout' })
    expect([asked, server.sockets()]).toEqual([2, 1])
  })

  it('is not taken for a fresh socket that was reset, which is a fault', async () => {
    const server = await serveTcp(socket => socket.on('data', () => socket.resetAndDestroy()))
    expect(faultOf(await aHttp()(aGet(server.origin)))).toMatchObject({ cause: 'cut', mayHaveArrived: true })
    expect(server.sockets()).toBe(1)
  })
})

describe('closing', () => {
  it('ends what is under way at once, and lets nothing begin', async () => {
    let arrive: () => void = () => {}
    const arrived = new Promise<void>(resolve => {
      arrive = resolve
    })
    const server = await serve(() => arrive())
    const { http, close } = createHttp({ version: '1' })
    const under = http(aGet(server.origin))
    await arrived
    await close()
    expect(faultOf(await under)).toMatchObject({ kind: 'unreachable', mayHaveArrived: true })
    expect(faultOf(await http(aGet(server.origin)))).toMatchObject({ kind: 'unreachable', mayHaveArrived: false })
  })
})
