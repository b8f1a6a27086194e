import { describe, expect, it } from 'vitest'
import { aWireStatus } from '../main/apis/builders'
import { aCertificate, type CertificateFor } from './certificate'
import { aClient, aGet, aHttp, faultOf, scaled } from './client'
import { sendJson, serve, serveOldTls, serveTcp } from './server'

const jobId = 'enrichment-5f2c81d0'

async function secureServer(certificateFor: CertificateFor) {
  const certificate = aCertificate(certificateFor)
  const server = await serve((_request, response) => sendJson(response, 200, aWireStatus()), certificate)
  return { server, certificate }
}

const untold = (reason: string) => ({ kind: 'unreachable', cause: 'tls', reason, mayHaveArrived: false })

describe('a secure connection (fault 28)', () => {
  it('is refused to a self-signed certificate, before anything is sent', async () => {
    const { server } = await secureServer({ ip: ['127.0.0.1'] })
    expect(faultOf(await aClient(server.origin).readStatus(jobId))).toEqual(untold('self-signed certificate'))
    expect(server.seen).toEqual([])
  })

  it('is made when the file of extra authorities names it', async () => {
    const { server, certificate } = await secureServer({ ip: ['127.0.0.1'] })
    const api = aClient(server.origin, { extraCaPem: certificate.cert })
    expect(await api.readStatus(jobId)).toMatchObject({ ok: true })
  })

  it('is refused to a certificate for another host', async () => {
    const { server, certificate } = await secureServer({ dns: ['elsewhere.example'] })
    const api = aClient(server.origin, { extraCaPem: certificate.cert })
    expect(faultOf(await api.readStatus(jobId))).toEqual(untold('certificate is for another host'))
    expect(server.seen).toEqual([])
  })

  it('is refused to a certificate that has expired', async () => {
    const { server, certificate } = await secureServer({ ip: ['127.0.0.1'], endsInDays: -1 })
    const api = aClient(server.origin, { extraCaPem: certificate.cert })
    expect(faultOf(await api.readStatus(jobId))).toEqual(untold('certificate has expired'))
    expect(server.seen).toEqual([])
  })

  it('is not made in a version of TLS that is out of use', async () => {
    const server = await serveOldTls(aCertificate({ ip: ['127.0.0.1'] }))
    expect(faultOf(await aHttp()(aGet(server.origin)))).toEqual(untold('no common TLS version'))
    expect(server.seen).toEqual([])
  })

  it('is not to be had where plain HTTP is spoken', async () => {
    const server = await serve((_request, response) => sendJson(response, 200, {}))
    expect(faultOf(await aHttp()(aGet(server.origin.replace('http:', 'https:'))))).toMatchObject({
      kind: 'unreachable',
      cause: 'tls',
      mayHaveArrived: false,
    })
    expect(server.seen).toEqual([])
  })

  it('is broken off in the middle, and nothing was sent', async () => {
    const server = await serveTcp(socket => socket.once('data', () => socket.destroy()))
    expect(faultOf(await aHttp()(aGet(server.origin.replace('http:', 'https:'))))).toMatchObject({
      cause: 'tls',
      mayHaveArrived: false,
    })
  })

  it('is out of time when the other side never greets', async () => {
    const server = await serveTcp(() => {})
    expect(faultOf(await aHttp({ limits: scaled })(aGet(server.origin.replace('http:', 'https:'))))).toMatchObject({
      cause: 'timeout',
      mayHaveArrived: false,
    })
  })

  it.each(['', 'no certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])(
    'is not tried with a file of authorities that cannot be read: %j',
    async extraCaPem => {
      const { server } = await secureServer({ ip: ['127.0.0.1'] })
      expect(faultOf(await aClient(server.origin, { extraCaPem }).readStatus(jobId))).toEqual(
        untold('the file with the extra certificate authority cannot be used'),
      )
    },
  )
})
