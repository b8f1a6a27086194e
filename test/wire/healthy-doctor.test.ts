import { describe, expect, it } from 'vitest'
import { isHealthy } from '../../src/shared/doctor'
import { aProxy } from './a-proxy'
import { aCertificate } from './certificate'
import { anApi, at, canary, examined, failedSteps, ofSandbox, stepOf } from './doctor'
import { aSandbox } from './sandbox'
import { serve } from './server'

describe('the doctor finds nothing wrong', () => {
  it('with MerchantOps, and changes nothing there', async () => {
    const sandbox = await aSandbox()
    const { organization } = sandbox.ready.merchantops
    const report = await examined(ofSandbox(sandbox, { organization }))
    expect(Object.fromEntries(report.steps.map(({ name, state }) => [name, state]))).toEqual({
      name: 'not-needed',
      tcp: 'ok',
      tls: 'not-needed',
      proxy: 'not-needed',
      api: 'ok',
      key: 'ok',
      read: 'ok',
      post: 'ok',
      organization: 'ok',
      clock: 'ok',
    })
    expect(isHealthy(report)).toBe(true)
    expect(report.origin).toBe(sandbox.ready.merchantops.url)
    expect(await sandbox.tell('GET', '/jobs')).toEqual([])
  })

  it('with Retailgrid, which takes no reports', async () => {
    const { url, key } = (await aSandbox()).ready.retailgrid
    const report = await examined({ connection: { vendor: 'retailgrid', baseUrl: url }, key })
    expect(failedSteps(report)).toEqual([])
    expect(stepOf(report, 'post')?.state).toBe('not-needed')
  })

  it('over TLS with an authority of one’s own, whose certificate is told', async () => {
    const certificate = aCertificate({ ip: ['127.0.0.1'] })
    const server = await serve(anApi, certificate)
    const report = await examined(at(server.origin, { extraCaPem: certificate.cert }))
    expect(stepOf(report, 'tls')).toMatchObject({
      state: 'ok',
      said: expect.stringMatching(
        /^Certificate for Jobtray test, issued by Jobtray test, valid until \d{4}-\d\d-\d\d\.$/,
      ),
    })
  })
})

describe('the doctor goes the way that the client goes', () => {
  it('through a proxy, and sees the certificate of the server behind it', async () => {
    const certificate = aCertificate({ ip: ['127.0.0.1'] })
    const server = await serve(anApi, certificate)
    const proxy = await aProxy()
    const report = await examined(at(server.origin, { extraCaPem: certificate.cert, proxy: proxy.url }))
    expect(failedSteps(report)).toEqual([])
    expect(stepOf(report, 'proxy')).toMatchObject({ state: 'ok', said: `Used: ${proxy.url.replace('http://', '')}.` })
    expect(stepOf(report, 'tls')?.said).toContain('Jobtray test')
    expect(proxy.read()).not.toContain(canary)
    const untrusted = await examined(at(server.origin, { proxy: proxy.url }))
    expect(failedSteps(untrusted)).toEqual(['tls'])
  })
})
