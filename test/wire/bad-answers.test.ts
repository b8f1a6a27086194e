import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Fault } from '../../src/shared/fault'
import { aWireJob, aWireStatus } from '../main/apis/builders'
import { aClient, aGet, aHttp, faultOf } from './client'
import { serve } from './server'

const jobId = 'enrichment-5f2c81d0'
const status = JSON.stringify(aWireStatus())

const typed =
  (type: string, body: string, headers: object = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': type, ...headers })
    response.end(body)
  }

const json = (body: string) => typed('application/json', body)

describe('a good status with a bad answer', () => {
  it.each<[string, RequestListener, Fault]>([
    [
      'a page of HTML',
      typed('text/html; charset=utf-8', '<html>Sign in</html>'),
      { kind: 'not-the-api', contentType: 'text/html' },
    ],
    [
      'HTML that calls itself JSON',
      json('<!doctype html><p>Sign in'),
      { kind: 'not-the-api', contentType: 'application/json' },
    ],
    ['plain text', typed('text/plain', 'It works!'), { kind: 'not-the-api', contentType: 'text/plain' }],
    ['a picture', typed('image/png', status), { kind: 'not-the-api', contentType: 'image/png' }],
    ['other JSON', json('{"hello":"world"}'), { kind: 'garbled', what: 'job_id is missing' }],
    ['a JSON list', json('[1,2]'), { kind: 'garbled', what: 'it is not a JSON object' }],
    ['half an answer', json(status.slice(0, 40)), { kind: 'garbled', what: 'it is not whole JSON' }],
    ['nothing', json(''), { kind: 'garbled', what: 'it is empty' }],
    ['no content', (_request, response) => response.writeHead(204).end(), { kind: 'not-the-api', contentType: null }],
    ['a hundred thousand brackets', json('['.repeat(100_000)), { kind: 'garbled', what: 'it is not whole JSON' }],
    [
      'a hundred thousand levels',
      json(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
      { kind: 'garbled', what: 'it is not a JSON object' },
    ],
    [
      'an encoding that was not asked for',
      typed('application/json', 'x', { 'content-encoding': 'zstd' }),
      { kind: 'garbled', what: 'it is compressed in a way that was not asked for' },
    ],
    [
      'gzip that is none',
      typed('application/json', 'no gzip at all', { 'content-encoding': 'gzip' }),
      { kind: 'garbled', what: 'it cannot be decompressed' },
    ],
    [
      'brotli that is none',
      typed('application/json', 'no brotli at all, none', { 'content-encoding': 'br' }),
      { kind: 'garbled', what: 'it cannot be decompressed' },
    ],
  ])('E23: %s is a fault and no state (faults 16, 17, 19)', async (_what, answer, fault) => {
    const server = await serve(answer)
    expect(await aClient(server.origin).readStatus(jobId)).toEqual({ ok: false, fault })
  })

  it('E23: gzip that ends too early is a broken connection', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
      response.end(gzipSync(status).subarray(0, 30))
    })
    expect(faultOf(await aHttp()(aGet(server.origin)))).toMatchObject({ kind: 'unreachable', cause: 'cut' })
  })

  it('keeps deep metadata out of harm’s way and a job readable (fault 19)', async () => {
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`
    const body = JSON.stringify(aWireJob()).replace(/}$/, `,"metadata":${deep}}`)
    const server = await serve(json(body))
    const read = await aClient(server.origin).readDetail(jobId)
    expect(read).toMatchObject({ ok: true, value: { facts: { status: 'in_progress' } } })
    expect(JSON.stringify(read).length).toBeLessThan(2_000)
  })

  it('lets __proto__ and constructor change nothing (fault 19)', async () => {
    const body = `{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},${JSON.stringify(
      aWireJob({ metadata: {} }),
    ).slice(1)}`.replace('"metadata":{}', '"metadata":{"__proto__":{"polluted":true},"a":1}')
    const server = await serve(json(body))
    const read = await aClient(server.origin).readDetail(jobId)
    expect(read).toMatchObject({ ok: true, value: { detail: { metadata: { a: 1 } } } })
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('takes numbers beyond what is exact, and none that is no number (fault 19)', async () => {
    const huge = await serve(json(status.replace('"total_items":40', '"total_items":9007199254740993000')))
    expect(await aClient(huge.origin).readStatus(jobId)).toMatchObject({ ok: true })
    const endless = await serve(json(status.replace('"total_items":40', '"total_items":1e999')))
    expect(faultOf(await aClient(endless.origin).readStatus(jobId))).toEqual({
      kind: 'garbled',
      what: 'total_items is not a number',
    })
  })
})
