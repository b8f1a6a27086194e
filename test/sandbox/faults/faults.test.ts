import { gunzipSync } from 'node:zlib'
import { expect, it, vi } from 'vitest'
import type { FaultRule } from '../../../src/sandbox/server'
import { aSandbox, bearer } from '../support/a-sandbox'
import { rawRequest } from '../support/raw-request'

vi.setConfig({ testTimeout: 60_000 })

type Fault = FaultRule['fault']

/** A sandbox with one fault, and how its answer to a status read looks from outside. */
async function hitBy(fault: Fault) {
  const sandbox = await aSandbox()
  const jobId = await sandbox.create()
  await sandbox.control('POST', '/faults', { match: { path: `/api/jobs/${jobId}/status` }, fault })
  const { url, keys } = sandbox.ready.merchantops
  const answer = await rawRequest(`${url}/api/jobs/${jobId}/status`, bearer(keys.full))
  return { sandbox, jobId, answer, text: answer.bytes.toString('utf8') }
}

it('answers with a status, headers and a body of one’s own', async () => {
  const { answer, text } = await hitBy({
    kind: 'answer',
    status: 500,
    headers: { 'x-odd': 'yes' },
    body: { detail: 'no' },
  })
  expect([answer.status, answer.headers['x-odd'], text]).toEqual([500, 'yes', '{"detail":"no"}'])
})

it('sends a text as it is', async () => {
  const { answer, text } = await hitBy({
    kind: 'answer',
    status: 502,
    headers: { 'content-type': 'text/plain' },
    body: 'Bad gateway',
  })
  expect([answer.headers['content-type'], text]).toEqual(['text/plain', 'Bad gateway'])
})

it.each([
  ['seconds', '30'],
  ['date', 'Sat, 14 Mar 2026 12:00:30 GMT'],
] as const)('says Retry-After in %s', async (form, said) => {
  const { answer } = await hitBy({ kind: 'answer', status: 429, retry_after: { form, seconds: 30 } })
  expect([answer.status, answer.headers['retry-after']]).toEqual([429, said])
})

it('delays the headers and then answers as ever', async () => {
  const { answer, jobId, text } = await hitBy({ kind: 'delay', ms: 20 })
  expect([answer.status, JSON.parse(text).job_id]).toEqual([200, jobId])
})

it('drips a body, whole in the end', async () => {
  const { answer, jobId, text } = await hitBy({ kind: 'slow-body', bytes: 40, every_ms: 2 })
  expect([answer.broke, JSON.parse(text).job_id]).toEqual([null, jobId])
})

it('cuts a body in its middle', async () => {
  const { answer, text } = await hitBy({ kind: 'cut', after_bytes: 12 })
  expect([answer.status, answer.broke, text.length]).toEqual([200, 'ECONNRESET', 12])
  expect(Number(answer.headers['content-length'])).toBeGreaterThan(12)
})

it('cuts even a body that is shorter than said', async () => {
  const { answer } = await hitBy({ kind: 'cut', after_bytes: 1_000_000 })
  expect(answer.broke).toBe('ECONNRESET')
})

it('resets the connection before any answer', async () => {
  const { answer } = await hitBy({ kind: 'reset' })
  expect([answer.status, answer.broke]).toEqual([null, 'ECONNRESET'])
})

it('answers 200 with a sign-in page', async () => {
  const { answer, text } = await hitBy({ kind: 'html' })
  expect([answer.status, answer.headers['content-type'], text.startsWith('<!doctype html>')]).toEqual([
    200,
    'text/html; charset=utf-8',
    true,
  ])
})

it('truncates JSON without saying so', async () => {
  const { answer, text } = await hitBy({ kind: 'truncated-json' })
  expect([answer.status, answer.broke]).toEqual([200, null])
  expect(() => JSON.parse(text)).toThrow(SyntaxError)
})

it('nests JSON as deep as wanted', async () => {
  const { text } = await hitBy({ kind: 'deep-json', depth: 50_000 })
  expect(text.split('{').length - 1).toBe(50_000)
})

it('sends a gzip stream a thousand times smaller than what it opens to', async () => {
  const { answer } = await hitBy({ kind: 'gzip-bomb', megabytes: 64 })
  const opened = gunzipSync(answer.bytes)
  expect(answer.headers['content-encoding']).toBe('gzip')
  expect([opened.length >= 64 * 2 ** 20, answer.bytes.length < 128 * 2 ** 10]).toEqual([true, true])
  expect(JSON.parse(opened.toString('utf8'))).toEqual({ metadata: {} })
})

it('sends a body of so many MB, of valid JSON', async () => {
  const { answer, text } = await hitBy({ kind: 'big-body', megabytes: 5 })
  expect(answer.bytes.length).toBeGreaterThanOrEqual(5 * 2 ** 20)
  expect(Object.keys(JSON.parse(text))).toEqual(['padding'])
})

it('redirects to another origin', async () => {
  const { answer } = await hitBy({ kind: 'redirect', status: 308, to: 'http://127.0.0.1:9/away' })
  expect([answer.status, answer.headers.location]).toEqual([308, 'http://127.0.0.1:9/away'])
})

it('applies a post and drops its answer', async () => {
  const sandbox = await aSandbox()
  const jobId = await sandbox.create()
  await sandbox.control('POST', '/faults', {
    match: { method: 'POST', path: '/api/jobs/*/progress' },
    count: 1,
    fault: { kind: 'drop-after-apply' },
  })
  const { url, keys } = sandbox.ready.merchantops
  const headers = { ...bearer(keys.full), 'content-type': 'application/json' }
  const dropped = await rawRequest(`${url}/api/jobs/${jobId}/progress`, headers, 'POST', '{"processed_items":7}')
  expect([dropped.status, dropped.broke]).toEqual([null, 'ECONNRESET'])
  expect((await sandbox.get(`/api/jobs/${jobId}`)).body.processed_items).toBe(7)
})

it('streams gigabytes without holding them, and stops when nobody reads on', async () => {
  const sandbox = await aSandbox({
    faults: [{ match: { server: 'merchantops' }, fault: { kind: 'big-body', megabytes: 100_000 } }],
  })
  const before = process.memoryUsage().rss
  const response = await fetch(`${sandbox.ready.merchantops.url}/anything`)
  const reader = response.body?.getReader()
  let read = 0
  while (read < 50 * 2 ** 20) read += (await reader?.read())?.value?.byteLength ?? Number.POSITIVE_INFINITY
  await reader?.cancel()
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20)
})
