import { describe, expect, it } from 'vitest'
import { bearer } from '../../src/shared/connection'
import { aWireStatus } from '../main/apis/builders'
import { aProxy } from './a-proxy'
import { aCertificate } from './certificate'
import { anApi, at, canary, examined, failedSteps, ofSandbox, stepOf } from './doctor'
import { aSandbox } from './sandbox'
import { sendJson, serve } from './server'

describe('the doctor names the one cause:', () => {
  it('1. a host name that does not exist', async () => {
    const report = await examined(at('https://api.no-such-host.invalid'))
    expect(failedSteps(report)).toEqual(['name'])
    expect(stepOf(report, 'tcp')?.state).toBe('not-reached')
  })

  it('2. a port that nothing listens on', async () => {
    const server = await serve(() => {})
    await server.close()
    const report = await examined(at(server.origin))
    expect(failedSteps(report)).toEqual(['tcp'])
    expect(stepOf(report, 'tcp')?.said).toContain('ECONNREFUSED')
  })

  it.each([
    ['3. a self-signed certificate', { ip: ['127.0.0.1'] }, false, /self-signed certificate\. Certificate for Jobtray/],
    ['4. a certificate that has expired', { ip: ['127.0.0.1'], endsInDays: -1 }, true, /has expired\. Certificate for/],
    ['5. a certificate for another host', { dns: ['elsewhere.example'] }, true, /another host\. Certificate for/],
  ] as const)('%s, and sends nothing', async (_name, certificateFor, isTrusted, said) => {
    const certificate = aCertificate(certificateFor)
    const server = await serve((_request, response) => sendJson(response, 200, aWireStatus()), certificate)
    const report = await examined(at(server.origin, isTrusted ? { extraCaPem: certificate.cert } : {}))
    expect(failedSteps(report)).toEqual(['tls'])
    expect(stepOf(report, 'tls')?.said).toMatch(said)
    expect(server.seen).toEqual([])
  })

  it('6. something that is not the API', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end(`<html>${canary}</html>`)
    })
    expect(failedSteps(await examined(at(server.origin)))).toEqual(['api'])
  })

  it('7. a key that is refused, although the server repeats it', async () => {
    const server = await serve((request, response) =>
      sendJson(response, 401, { detail: `Unknown key ${request.headers.authorization}` }),
    )
    expect(failedSteps(await examined(at(server.origin)))).toEqual(['key'])
    const sandbox = await aSandbox()
    const report = await examined(ofSandbox(sandbox, {}, canary))
    expect(failedSteps(report)).toEqual(['key'])
    expect(stepOf(report, 'read')?.state).toBe('not-reached')
  })

  it('8. a key that may not post, and one that may not read', async () => {
    const sandbox = await aSandbox()
    const { keys, organization } = sandbox.ready.merchantops
    const watching = await examined(ofSandbox(sandbox, { organization }, keys.read))
    expect([failedSteps(watching), stepOf(watching, 'post')?.state]).toEqual([[], 'warning'])
    expect(failedSteps(await examined(ofSandbox(sandbox, { organization }, keys.create)))).toEqual(['read'])
  })

  it('9. an organization that is not the key’s', async () => {
    const sandbox = await aSandbox()
    const report = await examined(ofSandbox(sandbox, { organization: 'org-of-another' }))
    expect(failedSteps(report)).toEqual(['organization'])
    expect(stepOf(report, 'read')?.state).toBe('ok')
  })

  it.each([-600_000, 600_000])('10. a clock that is off by %i ms', async clockOffMs => {
    const sandbox = await aSandbox()
    const report = await examined({ ...ofSandbox(sandbox), clockOffMs })
    expect(failedSteps(report)).toEqual(['clock'])
    expect(stepOf(report, 'clock')?.said).toMatch(clockOffMs < 0 ? /10 minutes ahead of/ : /10 minutes behind/)
  })

  it('10. the server’s clock, too, where it refuses the key', async () => {
    const sandbox = await aSandbox()
    const report = await examined({ ...ofSandbox(sandbox, {}, canary), clockOffMs: 600_000 })
    expect(failedSteps(report)).toEqual(['key', 'clock'])
  })

  it('11. an address with a path that leads nowhere', async () => {
    const sandbox = await aSandbox()
    const { merchantops, retailgrid } = sandbox.ready
    const report = await examined(ofSandbox(sandbox, { baseUrl: `${merchantops.url}/corp` }))
    expect(failedSteps(report)).toEqual(['api'])
    expect(stepOf(report, 'api')?.advice).toMatch(/after the host name/)
    const connection = { vendor: 'retailgrid', baseUrl: `${retailgrid.url}/corp` } as const
    expect(failedSteps(await examined({ connection, key: retailgrid.key }))).toEqual(['api'])
  })

  it('12. a proxy that is not there, or that lets nothing through', async () => {
    const server = await serve(anApi)
    const refusing = await aProxy(407)
    const gone = await serve(() => {})
    await gone.close()
    expect(failedSteps(await examined(at(server.origin, { proxy: gone.origin })))).toEqual(['tcp'])
    expect(failedSteps(await examined(at(server.origin, { proxy: refusing.url })))).toEqual(['proxy'])
    expect(server.seen).toEqual([])
  })

  it('13. another vendor’s API', async () => {
    const { merchantops } = (await aSandbox()).ready
    const connection = { vendor: 'retailgrid', baseUrl: merchantops.url } as const
    expect(failedSteps(await examined({ connection, key: merchantops.keys.full }))).toEqual(['api'])
  })

  it('14. a key that the connection lacks, and one that is wanted where none is sent', async () => {
    const sandbox = await aSandbox()
    const none = await examined(ofSandbox(sandbox, { keySending: { kind: 'none' } }))
    expect(failedSteps(none)).toEqual(['key'])
    const reserved = { ...bearer, name: 'Cookie' }
    expect(failedSteps(await examined(ofSandbox(sandbox, { keySending: reserved })))).toEqual(['key'])
  })
})
