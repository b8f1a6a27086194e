import { describe, expect, it } from 'vitest'
import { aKey } from '../main/apis/builders'
import { aCertificate } from './certificate'
import { aGet, aHttp, aPost, faultOf } from './client'
import { sendJson, serve } from './server'

const statuses = [301, 302, 303, 307, 308]

const certificate = aCertificate({ ip: ['127.0.0.1'] })

/** A first server that redirects to where a second one waits, and the second one. */
async function twoServers(status: number, to: (port: number) => string, secure: boolean) {
  const second = await serve((_request, response) => sendJson(response, 200, {}))
  const location = to(second.port)
  const first = await serve(
    (_request, response) => {
      response.writeHead(status, { location, 'content-type': 'application/json' })
      response.end('{}')
    },
    secure ? certificate : undefined,
  )
  return { first, second, http: aHttp(secure ? { extraCaPem: certificate.cert } : {}) }
}

describe.each(statuses)('a redirect with %d (fault 30)', status => {
  describe.each(['GET', 'POST'] as const)('of a %s', method => {
    it.each<[string, (port: number) => string, string, boolean]>([
      ['another port', port => `http://127.0.0.1:${port}/x`, 'http://127.0.0.1', false],
      ['another host', port => `http://localhost:${port}/x`, 'http://localhost', false],
      ['plain http', port => `http://127.0.0.1:${port}/x`, 'http://127.0.0.1', true],
      ['a user and password', port => `http://me:pw@127.0.0.1:${port}/x`, 'http://127.0.0.1', false],
    ])('to %s is told and not followed', async (_where, to, origin, secure) => {
      const { first, second, http } = await twoServers(status, to, secure)
      const request = method === 'GET' ? aGet(`${first.origin}/api/jobs/a`) : aPost(`${first.origin}/api/jobs/`)
      const fault = faultOf(
        await http({
          ...request,
          headers: { ...request.headers, 'x-api-key': aKey, cookie: `stytch_session=${aKey}` },
        }),
      )
      expect(fault).toEqual({ kind: 'moved', status, toOrigin: `${origin}:${second.port}` })
      expect(first.seen).toHaveLength(1)
      expect(second.seen).toEqual([])
      expect(second.sockets()).toBe(0)
    })
  })
})

describe('a redirect', () => {
  it('E31: to the same place without its slash is not followed either', async () => {
    const server = await serve((_request, response) => response.writeHead(307, { location: '/api/jobs/' }).end())
    expect(faultOf(await aHttp()(aPost(`${server.origin}/api/jobs`)))).toEqual({
      kind: 'moved',
      status: 307,
      toOrigin: server.origin,
    })
    expect(server.seen).toHaveLength(1)
  })
})
