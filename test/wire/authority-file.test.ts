import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openNetwork } from '../../src/main/network'
import { aWireStatus } from '../main/apis/builders'
import { anEngine } from '../support/an-engine'
import { aCertificate } from './certificate'
import { aGet, faultOf, scaled } from './client'
import { sendJson, serve } from './server'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jobtray-ca-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const aFile = (text: string): string => {
  const path = join(folder, 'corp.pem')
  writeFileSync(path, text)
  return path
}

function aNetwork() {
  const limits = { ...scaled, headersMs: 5_000, totalMs: 10_000 }
  const network = openNetwork({ version: '1', proxyFor: async () => null, limits })
  onTestFinished(network.close)
  return network
}

async function aSecureServer() {
  const certificate = aCertificate({ ip: ['127.0.0.1'] })
  const held: (() => void)[] = []
  const server = await serve((request, response) => {
    const answer = () => sendJson(response, 200, aWireStatus())
    if (request.url === '/slow') held.push(answer)
    else answer()
  }, certificate)
  return { certificate, server, letGo: () => held.shift()?.() }
}

const untrusted = { kind: 'unreachable', cause: 'tls', reason: 'self-signed certificate', mayHaveArrived: false }

describe('the file of certificate authorities (fault 29)', () => {
  it('takes effect at once, and is trusted no longer when it is taken away', async () => {
    const { server, certificate } = await aSecureServer()
    const network = aNetwork()
    expect(faultOf(await network.http(aGet(server.origin)))).toEqual(untrusted)
    expect(await network.trust(aFile(certificate.cert))).toBeNull()
    expect(await network.http(aGet(server.origin))).toMatchObject({ ok: true })
    expect(await network.trust(null)).toBeNull()
    expect(faultOf(await network.http(aGet(server.origin)))).toEqual(untrusted)
  })

  it('may be changed while a request is under way, which is not lost', async () => {
    const { server, certificate, letGo } = await aSecureServer()
    const network = aNetwork()
    await network.trust(aFile(certificate.cert))
    const slow = network.http(aGet(`${server.origin}/slow`))
    await expect.poll(() => server.seen.length).toBe(1)
    await network.trust(null)
    letGo()
    expect(await slow).toMatchObject({ ok: true })
    expect(faultOf(await network.http(aGet(server.origin)))).toEqual(untrusted)
  })

  it.each<[string, () => string, RegExp]>([
    ['is not there', () => join(folder, 'none.pem'), /could not be read/],
    ['is a folder', () => folder, /could not be read/],
    ['holds something else', () => aFile('hello'), /no certificate/],
    [
      'holds half a certificate',
      () => aFile('-----BEGIN CERTIFICATE-----\nAA\n-----END CERTIFICATE-----'),
      /no certif/,
    ],
    ['is far too large', () => aFile('x'.repeat(2_000_000)), /too large/],
    ['has no whole path', () => 'corp.pem', /whole path/],
  ])('that %s changes nothing and is refused in a sentence', async (_name, path, sentence) => {
    const { server, certificate } = await aSecureServer()
    const network = aNetwork()
    await network.trust(aFile(certificate.cert))
    expect(await network.trust(path())).toMatch(sentence)
    expect(await network.http(aGet(server.origin))).toMatchObject({ ok: true })
  })
})

describe('the setting of that file', () => {
  it('is kept when the file is good, refused when it is not, and null again on demand', async () => {
    const path = aFile(aCertificate({ ip: ['127.0.0.1'] }).cert)
    const engine = await anEngine({ network: aNetwork() })
    expect(await engine.ask('settings:change', { caFile: path })).toMatchObject({ ok: true, value: { caFile: path } })
    expect(await engine.ask('settings:change', { caFile: join(folder, 'none.pem') })).toEqual({
      ok: false,
      message: expect.stringMatching(/could not be read/),
    })
    expect(engine.board.settings().caFile).toBe(path)
    expect(await engine.ask('settings:change', { theme: 'dark' })).toMatchObject({ value: { caFile: path } })
    expect(await engine.ask('settings:change', { caFile: null })).toMatchObject({ ok: true, value: { caFile: null } })
    expect(engine.troubles).toEqual([])
  })

  it('is told at the start when its file has gone, until another is chosen', async () => {
    const engine = await anEngine({ network: aNetwork(), settings: { caFile: join(folder, 'gone.pem') } })
    expect(engine.board.parts().banners).toEqual([
      { id: 'ca-file', tone: 'warning', text: expect.stringMatching(/could not be read/), act: null },
    ])
    await engine.ask('settings:change', { caFile: null })
    expect(engine.board.parts().banners).toEqual([])
  })
})
