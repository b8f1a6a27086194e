import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { createRequestLog } from '../../src/sandbox/request-log'

function aRequest(headers: Record<string, string> = {}): IncomingMessage {
  const request = new IncomingMessage(new Socket())
  request.method = 'GET'
  request.url = '/api/jobs/a'
  Object.assign(request.headers, headers)
  return request
}

it('keeps the newest 1,000 requests', () => {
  const log = createRequestLog()
  for (let index = 0; index < 1_010; index += 1) log.begin('merchantops', aRequest(), 'now')
  expect([log.since(0).length, log.since(0)[0]?.seq, log.since(1_009).length]).toEqual([1_000, 11, 1])
})

it('adds what becomes known later, also when the request is long gone', () => {
  const log = createRequestLog()
  const note = log.begin('merchantops', aRequest(), 'now')
  note({ status: 200, ms: 4 })
  expect(log.since(0)[0]).toMatchObject({ status: 200, ms: 4, fault: null })
  log.clear()
  note({ status: 500 })
  expect(log.since(0)).toEqual([])
})

it.each(['authorization', 'cookie', 'proxy-authorization', 'x-api-key', 'x-auth-token', 'api-secret'])(
  'logs %s as a fingerprint',
  name => {
    const log = createRequestLog()
    log.begin('retailgrid', aRequest({ [name]: 'Bearer canary', accept: '*/*' }), 'now')
    const headers = log.since(0)[0]?.headers
    expect([headers?.accept, headers?.[name]]).toEqual(['*/*', expect.stringMatching(/^sha256:[0-9a-f]{8}$/)])
  },
)
