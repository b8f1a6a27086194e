import type { ServerResponse } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { aGet, aHttp, faultOf } from './client'
import { sendJson, serve } from './server'

const megabyte = 1_048_576

/** Writes the same piece over and over, never faster than it is taken. */
function pour(response: ServerResponse, piece: Buffer, times: number): void {
  let left = times
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= 1
      if (!response.write(piece)) return void response.once('drain', more)
    }
    response.end()
  }
  more()
}

/**
 * Less than what any of these answers would take if it were held, 64 to 11,000 megabytes, and more than what V8 may take for
 * new objects whatever is read: three spaces of 16 megabytes, which it makes resident when it pleases.
 */
const notHeld = 56 * megabyte

/** How far the resident memory of this process rises above its start while the work is done, bytes. */
async function rise(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 2)
  try {
    await work()
  } finally {
    clearInterval(watch)
  }
  return Math.max(most, process.memoryUsage.rss()) - before
}

const piece = Buffer.alloc(65_536, 0x20)
const packedZeros = gzipSync(Buffer.alloc(10 * megabyte))
const bomb = Buffer.concat(Array.from({ length: 1_100 }, () => packedZeros))
const brotliBomb = brotliCompressSync(Buffer.alloc(64 * megabyte))

const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/hundred-megabytes': response => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 * megabyte })
    pour(response, piece, 1_600)
  },
  '/hundred-megabytes-unsaid': response => {
    response.writeHead(200, { 'content-type': 'application/json' })
    pour(response, piece, 1_600)
  },
  '/gzip-bomb': response => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
    pour(response, bomb, 1)
  },
  '/brotli-bomb': response => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'br' })
    pour(response, brotliBomb, 1)
  },
  '/refusal': response => {
    response.writeHead(401, { 'content-type': 'application/json' })
    pour(response, piece, 1_600)
  },
}

describe('a body larger than its cap (fault 18)', () => {
  it('is a bomb worth the test', () => {
    expect(bomb.length).toBeGreaterThan(10 * megabyte)
  })

  it.each(Object.keys(answers))('is given up at the cap, with little memory: %s', async path => {
    const server = await serve((request, response) => {
      const answer = answers[request.url ?? '']
      if (answer) answer(response)
      else sendJson(response, 200, { pad: ' '.repeat(900_000) })
    })
    const http = aHttp()
    for (let round = 0; round < 3; round += 1) await http(aGet(`${server.origin}/warm-up`))
    let fault: unknown
    const risen = await rise(async () => {
      fault = faultOf(await http(aGet(server.origin + path)))
    })
    expect(fault).toEqual(
      path === '/refusal' ? { kind: 'unauthorized', said: null } : { kind: 'too-large', limitBytes: megabyte },
    )
    expect(risen).toBeLessThan(notHeld)
  })

  it('is counted byte by byte: the cap itself still fits', async () => {
    const text = (length: number) => `"${'x'.repeat(length - 2)}"`
    const server = await serve((request, response) => sendJson(response, 200, text(Number(request.url?.slice(1)))))
    const http = aHttp()
    expect(await http(aGet(`${server.origin}/1000`, { maxBytes: 1_000 }))).toMatchObject({ ok: true })
    expect(faultOf(await http(aGet(`${server.origin}/1001`, { maxBytes: 1_000 })))).toEqual({
      kind: 'too-large',
      limitBytes: 1_000,
    })
  })
})
