import { randomBytes } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aGet, aHttp, answerOf, aPost, faultOf, scaled } from './client'
import { sendJson, serve, serveTcp } from './server'

const json = { n: 1 }
const body = JSON.stringify(json)
const head = (...lines: readonly string[]) =>
  ['HTTP/1.1 200 OK', 'Content-Type: application/json', ...lines, '', ''].join('\r\n')
const whole = `${head(`Content-Length: ${body.length}`)}${body}`

/** Answers each request with these pieces, one a turn of the loop. */
const inPieces = (...pieces: readonly (string | Buffer)[]) =>
  serveTcp(socket =>
    socket.on('data', async () => {
      for (const piece of pieces) {
        socket.write(piece)
        await nextTurn()
      }
    }),
  )

describe('an answer that comes before the answer', () => {
  it('such as early hints, once or often, is passed over', async () => {
    const hint = 'HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n'
    const server = await inPieces(hint, hint, hint + whole)
    expect(answerOf(await aHttp()(aGet(server.origin)))).toMatchObject({ status: 200, json })
  })

  it.each([
    ['to go on, which nobody asked', 'HTTP/1.1 100 Continue\r\n\r\n', 'cut'],
    ['to speak otherwise', 'HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n', 'cut'],
    ['that it will take long, and no more', 'HTTP/1.1 102 Processing\r\n\r\n', 'timeout'],
  ])('%s, is no answer', async (_what, before, cause) => {
    const server = await inPieces(before)
    const http = aHttp({ limits: scaled })
    expect(faultOf(await http(aPost(server.origin)))).toMatchObject({ cause, mayHaveArrived: true })
  })
})

describe.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
] as const)('a body in %s', (encoding, pack) => {
  const packed = pack(body)
  const chunk = (bytes: Buffer) =>
    Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
  const chunked = head(`Content-Encoding: ${encoding}`, 'Transfer-Encoding: chunked')
  const end = '0\r\n\r\n'
  const rest = Buffer.from('and so on, for no reason')

  it('that is padded after its end is what it was until there, and one that goes on has no state to tell', async () => {
    for (const more of [Buffer.alloc(9), rest])
      for (const pieces of [[chunk(Buffer.concat([packed, more]))], [chunk(packed), chunk(more)]]) {
        const server = await inPieces(chunked, ...pieces, end)
        const result = await aHttp()(aGet(server.origin))
        // Of gzip it may be another member, which it is not; brotli has no members.
        if (more === rest && encoding === 'gzip') expect(faultOf(result).kind).toBe('garbled')
        else expect(answerOf(result).json).toEqual(json)
      }
  })

  it('that goes on after its end, and then never ends, keeps nobody waiting longer than its time', async () => {
    const server = await inPieces(chunked, chunk(packed), chunk(rest))
    const http = aHttp({ limits: scaled })
    const results = await Promise.all(Array.from({ length: 7 }, () => http(aGet(server.origin))))
    expect(results.map(({ ok }) => ok)).toEqual(results.map(() => results[0]?.ok))
  })

  it('whose socket is closed in the middle of it is cut', async () => {
    const server = await serveTcp(socket =>
      socket.once('data', () => socket.end(Buffer.concat([Buffer.from(chunked), chunk(packed.subarray(0, 5))]))),
    )
    expect(faultOf(await aHttp()(aGet(server.origin)))).toMatchObject({ kind: 'unreachable', cause: 'cut' })
  })

  it('of megabytes that hardly shrink is taken whole, faster than it can be unpacked', async () => {
    const large = { text: randomBytes(3_000_000).toString('hex') }
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': encoding })
      response.end(gzipOr(encoding)(JSON.stringify(large)))
    })
    const read = answerOf(await aHttp()(aGet(server.origin, { maxBytes: 8 * 1_048_576 })))
    expect(read.json).toEqual(large)
  })
})

const gzipOr = (encoding: 'gzip' | 'br') => (text: string) =>
  encoding === 'gzip' ? gzipSync(text, { level: 1 }) : brotliCompressSync(text, { params: { 1: 1 } })

it('an answer is the same however it is cut into pieces', async () => {
  const text = JSON.stringify({ name: 'Größe 🧵', n: [1, 2, 3] })
  const packed = gzipSync(text)
  const answers = [
    Buffer.from(`${head(`Content-Length: ${Buffer.byteLength(text)}`)}${text}`),
    Buffer.concat([Buffer.from(head('Content-Encoding: gzip', `Content-Length: ${packed.length}`)), packed]),
  ]
  const whole = fc.constantFrom(...answers)
  const cuts = fc.array(fc.nat(200), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(whole, cuts, async (bytes, places) => {
      const at = [...new Set([0, ...places, bytes.length])].filter(place => place <= bytes.length).sort((a, b) => a - b)
      const server = await inPieces(
        ...at.map((from, index) => bytes.subarray(from, at[index + 1])).filter(piece => piece.length > 0),
      )
      expect(answerOf(await aHttp()(aGet(server.origin))).json).toEqual(JSON.parse(text))
    }),
    { numRuns: 40 },
  )
})

describe('a refusal whose body is trouble', () => {
  it.each([
    ['is no gzip', 'Content-Encoding: gzip\r\nContent-Length: 7', '{"n":1}'],
    ['is in a way that was not asked for', 'Content-Encoding: zstd\r\nContent-Length: 7', '{"n":1}'],
    ['is longer than is ever read', 'Content-Length: 99000000', '{"detail":"'],
  ])('because it %s is that refusal, and the next request has an answer', async (_what, lines, text) => {
    let asked = 0
    const server = await serveTcp(socket =>
      socket.on('data', () => {
        asked += 1
        socket.write(
          asked === 1 ? `HTTP/1.1 404 No\r\nContent-Type: application/json\r\n${lines}\r\n\r\n${text}` : whole,
        )
      }),
    )
    const http = aHttp({ limits: scaled })
    expect(faultOf(await http(aGet(server.origin)))).toEqual({ kind: 'not-found', said: null })
    await nextTurn()
    expect(answerOf(await http(aGet(server.origin))).json).toEqual(json)
  })

  it('because its socket is reset in the middle is that refusal', async () => {
    const server = await serveTcp(socket =>
      socket.once('data', () => {
        const text = 'HTTP/1.1 401 No\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"detail"'
        socket.write(text, () => setImmediate(() => socket.resetAndDestroy()))
      }),
    )
    expect(faultOf(await aHttp()(aPost(server.origin)))).toEqual({ kind: 'unauthorized', said: null })
  })

  it('because it comes before the request has been taken is that refusal', async () => {
    const server = await serveTcp(socket =>
      socket.once('data', () => socket.end('HTTP/1.1 413 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')),
    )
    const large = { ...aPost(server.origin), body: JSON.stringify({ stage: 'x'.repeat(4_000_000) }) }
    expect(faultOf(await aHttp()(large))).toMatchObject({ kind: 'rejected', status: 413 })
  })
})

describe('a socket', () => {
  it('is given up with a page that nobody wants and that never ends, and so are the places of those who wait', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(404, { 'content-type': 'text/html' })
      response.write('<html>')
    })
    const http = aHttp()
    const kinds = Array.from({ length: 20 }, async () => faultOf(await http(aGet(server.origin))).kind)
    expect(new Set(await Promise.all(kinds))).toEqual(new Set(['not-the-api']))
  })

  it('is kept after a refusal that was read, and after an answer without a body', async () => {
    let asked = 0
    const server = await serve((_request, response) => {
      asked += 1
      if (asked === 1) sendJson(response, 404, { detail: 'Job not found' })
      else if (asked === 2) response.writeHead(204).end()
      else sendJson(response, 200, json)
    })
    const http = aHttp()
    for (const ok of [false, false, true]) {
      expect(await http(aGet(server.origin))).toMatchObject({ ok })
      await nextTurn()
    }
    expect(server.sockets()).toBe(1)
  })

  it('on which more comes than was said carries no second answer', async () => {
    const server = await inPieces(`${whole}HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n{"planted":1}`)
    const http = aHttp()
    for (const _ of [1, 2]) {
      expect(answerOf(await http(aGet(server.origin))).json).toEqual(json)
      await nextTurn()
      await nextTurn()
    }
  })

  it('that is closed where a body of no said length ends has carried the whole', async () => {
    const server = await serveTcp(socket => socket.once('data', () => socket.end(`${head()}${body}`)))
    expect(answerOf(await aHttp()(aGet(server.origin))).json).toEqual(json)
  })
})
