import { describe, expect, it } from 'vitest'
import { type Refused, statusFault } from '../../../../src/main/apis/http/status-fault'

const aRefusal = (changes: Partial<Refused> = {}): Refused => ({
  status: 500,
  contentType: 'application/json',
  location: null,
  retryAfterMs: null,
  refusal: { said: null, complaints: [] },
  url: 'https://api.example.com/api/jobs/a',
  ...changes,
})

const said = { said: 'Because.', complaints: [] }

describe('the fault behind a status', () => {
  it.each<[number, object]>([
    [401, { kind: 'unauthorized', said: 'Because.' }],
    [403, { kind: 'forbidden', permission: null, said: 'Because.' }],
    [404, { kind: 'not-found', said: 'Because.' }],
    [410, { kind: 'not-found', said: 'Because.' }],
    [
      407,
      {
        kind: 'unreachable',
        cause: 'proxy',
        reason: 'it asks for a user name and password, which Jobtray cannot give: status 407',
        mayHaveArrived: true,
      },
    ],
    [408, { kind: 'server', status: 408, retryAfterMs: 5 }],
    [409, { kind: 'conflict', status: 409, said: 'Because.' }],
    [412, { kind: 'conflict', status: 412, said: 'Because.' }],
    [400, { kind: 'rejected', status: 400, complaints: [], said: 'Because.' }],
    [405, { kind: 'rejected', status: 405, complaints: [], said: 'Because.' }],
    [422, { kind: 'rejected', status: 422, complaints: [], said: 'Because.' }],
    [429, { kind: 'rate-limited', retryAfterMs: 5 }],
    [500, { kind: 'server', status: 500, retryAfterMs: 5 }],
    [502, { kind: 'server', status: 502, retryAfterMs: 5 }],
    [503, { kind: 'server', status: 503, retryAfterMs: 5 }],
    [511, { kind: 'not-the-api', contentType: 'application/json' }],
    [599, { kind: 'server', status: 599, retryAfterMs: 5 }],
    [999, { kind: 'server', status: 999, retryAfterMs: 5 }],
  ])('E19, E20, E21, E22: %d (faults 1-5, 7, 10)', (status, fault) => {
    expect(statusFault(aRefusal({ status, refusal: said, retryAfterMs: 5 }))).toEqual(fault)
  })

  it.each([301, 302, 303, 307, 308])('E31: %d is a move that is only told, by its origin', status => {
    const location = 'https://user:pw@elsewhere.example/path?token=canary#x'
    expect(statusFault(aRefusal({ status, location }))).toEqual({
      kind: 'moved',
      status,
      toOrigin: 'https://elsewhere.example',
    })
  })

  it.each([
    ['/elsewhere', 'https://api.example.com'],
    ['//other.example/x', 'https://other.example'],
    ['http://[', null],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    [null, null],
  ])('E31: the Location %j leads to the origin %j', (location, toOrigin) => {
    expect(statusFault(aRefusal({ status: 302, location }))).toMatchObject({ toOrigin })
  })

  it('E19: an HTML page with 404 is some other server and never the word that a job is gone', () => {
    expect(statusFault(aRefusal({ status: 404, contentType: 'text/html; charset=utf-8' }))).toEqual({
      kind: 'not-the-api',
      contentType: 'text/html',
    })
  })
})
