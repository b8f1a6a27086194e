import { describe, expect, it } from 'vitest'
import { proveKey } from '../../src/main/apis/prove-key'
import { type Fault, faultKinds } from '../../src/shared/fault'
import { aGridId, aKey } from '../main/apis/builders'
import { aClient, aHttp, aPost, faultOf, scaled, writingOf } from './client'
import { sendJson, serve } from './server'

const jobId = 'enrichment-5f2c81d0'
const inputCanary = 'canary-of-what-was-sent'

const refusing = (status: number, body: unknown, headers: object = {}) =>
  serve((_request, response) => sendJson(response, status, body, headers))

/** Every call that there is, by name. */
const calls: Readonly<Record<string, (origin: string) => Promise<unknown>>> = {
  'the status of MerchantOps': origin => aClient(origin).readStatus(jobId),
  'the detail of MerchantOps': origin => aClient(origin).readDetail(jobId),
  'the creation at MerchantOps': origin => writingOf(aClient(origin)).create({ jobType: 'crawl', totalItems: 1 }),
  'the progress at MerchantOps': origin => writingOf(aClient(origin)).postProgress(jobId, { stage: 'x' }),
  'the read of Retailgrid': origin => aClient(origin, { vendor: 'retailgrid' }).readDetail(aGridId),
}

const permissionOf = (call: string) =>
  call.includes('Retailgrid') ? null : /creation|progress/.test(call) ? 'job:create' : 'job:read'

describe.each(Object.entries(calls))('%s', (name, call) => {
  it.each<[number, unknown, Fault]>([
    [401, { detail: 'Invalid API key' }, { kind: 'unauthorized', said: 'Invalid API key' }],
    [403, { detail: 'Not allowed' }, { kind: 'forbidden', permission: permissionOf(name), said: 'Not allowed' }],
    [404, { detail: 'Job not found' }, { kind: 'not-found', said: 'Job not found' }],
    [409, { detail: 'Changed' }, { kind: 'conflict', status: 409, said: 'Changed' }],
    [
      422,
      {
        detail: [
          {
            loc: ['body', 'total_items'],
            msg: 'Input should be greater than or equal to 0',
            type: 'greater_than_equal',
            ctx: { ge: 0 },
            input: { secret: inputCanary },
          },
        ],
      },
      {
        kind: 'rejected',
        status: 422,
        complaints: [{ at: 'total_items', message: 'Input should be greater than or equal to 0' }],
        said: null,
      },
    ],
    [422, { detail: 'No' }, { kind: 'rejected', status: 422, complaints: [], said: 'No' }],
    [422, {}, { kind: 'rejected', status: 422, complaints: [], said: null }],
    [500, { detail: 'Boom' }, { kind: 'server', status: 500, retryAfterMs: null }],
  ])('E19, E20, E21: %d %j', async (status, body, fault) => {
    const server = await refusing(status, body)
    const result = await call(server.origin)
    expect(result).toEqual({ ok: false, fault })
    expect(JSON.stringify(result)).not.toContain(inputCanary)
    expect(server.seen).toHaveLength(1)
  })

  it('E22: 429 and 503 with both forms of Retry-After (faults 7, 8, 11)', async () => {
    const date = 'Mon, 05 Jan 2026 10:00:00 GMT'
    for (const [retryAfter, retryAfterMs] of [
      ['7', 7_000],
      ['Mon, 05 Jan 2026 10:00:09 GMT', 9_000],
      ['garbage', null],
    ] as const) {
      const limited = await refusing(429, {}, { 'retry-after': retryAfter, date })
      expect(await call(limited.origin)).toEqual({ ok: false, fault: { kind: 'rate-limited', retryAfterMs } })
      const busy = await refusing(503, '<html>busy</html>', { 'retry-after': retryAfter, date })
      expect(await call(busy.origin)).toEqual({ ok: false, fault: { kind: 'server', status: 503, retryAfterMs } })
    }
  })
})

describe('a refusal', () => {
  it('E21: in HTML has its status and no sentence', async () => {
    const server = await refusing(422, '<html>no</html>', { 'content-type': 'text/html' })
    expect(faultOf(await aClient(server.origin).readStatus(jobId))).toEqual({
      kind: 'rejected',
      status: 422,
      complaints: [],
      said: null,
    })
  })

  it.each(['', '{"detail":', `{"detail":"${'x'.repeat(1_000_000)}"}`])(
    'has its status whatever its body is worth',
    async body => {
      const server = await refusing(401, body)
      expect(faultOf(await aClient(server.origin).readStatus(jobId))).toEqual({ kind: 'unauthorized', said: null })
    },
  )

  it('has its status although its body never ends', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(403, { 'content-type': 'application/json' })
      response.write('{"detail":')
    })
    expect(faultOf(await aClient(server.origin, { limits: scaled }).readStatus(jobId))).toMatchObject({
      kind: 'forbidden',
      said: null,
    })
  })

  it('does not carry our key although the server repeats it', async () => {
    const server = await refusing(401, { detail: `Unknown key ${aKey}`, headers: { authorization: `Bearer ${aKey}` } })
    const fault = faultOf(await aClient(server.origin).readStatus(jobId))
    expect(fault).toEqual({ kind: 'unauthorized', said: 'Unknown key •••' })
  })

  it('holds neither key nor body for any status there is', async () => {
    const server = await serve((request, response) => {
      const status = Number(request.url?.slice(1))
      sendJson(response, status, { detail: [{ loc: ['body'], msg: 'No', input: inputCanary }] }, { location: '/x' })
    })
    const http = aHttp()
    for (let status = 300; status < 600; status += 7) {
      const fault = faultOf(await http(aPost(`${server.origin}/${status}`)))
      expect(faultKinds).toContain(fault.kind)
      expect(JSON.stringify(fault)).not.toMatch(/canary|stage/)
    }
  })
})

describe('the proof of a key over the wire', () => {
  it.each<[number, string]>([
    [404, 'accepted'],
    [401, 'refused'],
    [403, 'refused'],
    [500, 'unproven'],
  ])('%d: %s', async (status, kind) => {
    for (const vendor of ['merchantops', 'retailgrid'] as const) {
      const server = await refusing(status, { detail: 'x' })
      expect(await proveKey(aClient(server.origin, { vendor }))).toMatchObject({ kind })
      expect(server.seen[0]?.path).toContain('/jobs/00000000-0000-0000-0000-000000000000')
    }
  })
})
