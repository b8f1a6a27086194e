import { describe, expect, it } from 'vitest'
import { codeOf, errorFault, type Progressed } from '../../../../src/main/apis/http/error-fault'
import { timeLimits } from '../../../../src/main/apis/http/limits'

const canary = 'canary-key-5d1f0c7a9b'
const error = (code: string, cause?: unknown) =>
  Object.assign(new Error(`authorization: Bearer ${canary}`), { code }, cause === undefined ? {} : { cause })

const at = (changes: Partial<Progressed> = {}): Progressed => ({
  started: false,
  outOfTime: false,
  secure: true,
  proxied: false,
  ...changes,
})

describe('the fault behind an error', () => {
  it.each<[string, Partial<Progressed>, string, string]>([
    ['ENOTFOUND', {}, 'name', 'ENOTFOUND'],
    ['EAI_AGAIN', {}, 'name', 'EAI_AGAIN'],
    ['ECONNREFUSED', {}, 'connect', 'ECONNREFUSED'],
    ['EHOSTUNREACH', {}, 'connect', 'EHOSTUNREACH'],
    ['ETIMEDOUT', {}, 'connect', 'ETIMEDOUT'],
    ['ECONNRESET', { secure: false }, 'connect', 'ECONNRESET'],
    ['ECONNRESET', {}, 'tls', 'ECONNRESET'],
    ['UND_ERR_CLOSED', {}, 'connect', ''],
    ['UND_ERR_CONNECT_TIMEOUT', {}, 'timeout', 'no connection within 5 s'],
    ['UND_ERR_HEADERS_TIMEOUT', { proxied: true }, 'timeout', 'no tunnel through the proxy within 5 s'],
    ['CERT_HAS_EXPIRED', {}, 'tls', 'certificate has expired'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', {}, 'tls', 'self-signed certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', {}, 'tls', 'certificate is for another host'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', {}, 'tls', 'certificate of an unknown authority'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', {}, 'tls', 'the port does not speak TLS'],
    ['ERR_SSL_SOMETHING_NEW', {}, 'tls', 'ERR_SSL_SOMETHING_NEW'],
    ['ECONNREFUSED', { proxied: true }, 'proxy', 'ECONNREFUSED'],
    ['ENOTFOUND', { proxied: true }, 'proxy', 'ENOTFOUND'],
    ['UND_ERR_ABORTED', { proxied: true }, 'proxy', ''],
    ['CERT_HAS_EXPIRED', { proxied: true }, 'tls', 'certificate has expired'],
  ])('%s before the first byte: nothing can have arrived (faults 13, 27, 28)', (code, progressed, cause, reason) => {
    const fault = errorFault(error(code), at(progressed), timeLimits)
    expect(fault).toEqual({ kind: 'unreachable', cause, reason, mayHaveArrived: false })
  })

  it.each<[string, Partial<Progressed>, string, string]>([
    ['UND_ERR_HEADERS_TIMEOUT', {}, 'timeout', 'no answer within 10 s'],
    ['UND_ERR_BODY_TIMEOUT', {}, 'timeout', 'the answer stood still for 10 s'],
    ['UND_ERR_ABORTED', { outOfTime: true }, 'timeout', 'no complete answer within 20 s'],
    ['ECONNRESET', {}, 'cut', 'ECONNRESET'],
    ['EPIPE', {}, 'cut', 'EPIPE'],
    ['UND_ERR_SOCKET', {}, 'cut', ''],
    ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', {}, 'cut', ''],
    ['ECONNRESET', { proxied: true }, 'cut', 'ECONNRESET'],
  ])('E24: %s after the first byte: it may have arrived (faults 13-16)', (code, progressed, cause, reason) => {
    const fault = errorFault(error(code), at({ ...progressed, started: true }), timeLimits)
    expect(fault).toEqual({ kind: 'unreachable', cause, reason, mayHaveArrived: true })
  })

  it('E24: out of time before the first byte, nothing can have arrived', () => {
    expect(errorFault(error('UND_ERR_ABORTED'), at({ outOfTime: true }), timeLimits)).toMatchObject({
      cause: 'timeout',
      mayHaveArrived: false,
    })
  })

  it('takes an answer that is no HTTP for another service', () => {
    const unparsable = Object.assign(error('HPE_INVALID_CONSTANT'), { name: 'HTTPParserError' })
    expect(errorFault(unparsable, at({ started: true }), timeLimits)).toEqual({
      kind: 'not-the-api',
      contentType: null,
    })
  })

  it('takes an answer that is no HTTP, before the request was sent, for a proxy of another kind', () => {
    const unparsable = Object.assign(error('HPE_INVALID_CONSTANT'), { name: 'HTTPParserError' })
    expect(errorFault(unparsable, at({ proxied: true }), timeLimits)).toEqual({
      kind: 'unreachable',
      cause: 'proxy',
      reason: 'it does not speak HTTP',
      mayHaveArrived: false,
    })
  })

  it('looks into the cause when the error itself has no code', () => {
    expect(codeOf(new TypeError('fetch failed', { cause: error('ENOTFOUND') }))).toBe('ENOTFOUND')
  })

  it.each([null, undefined, 'text', 7, {}, { code: 7 }, { code: 'has blanks in it' }, new Error(canary)])(
    'makes a fault of %j too',
    thrown => {
      expect(errorFault(thrown, at(), timeLimits)).toMatchObject({ kind: 'unreachable', reason: '' })
    },
  )

  it('repeats nothing of the message, which may hold the key', () => {
    for (const code of ['ERR_INVALID_CHAR', 'UND_ERR_INVALID_ARG', 'ECONNRESET', 'EPROTO', canary]) {
      expect(JSON.stringify(errorFault(error(code), at(), timeLimits))).not.toContain('canary')
    }
  })
})
