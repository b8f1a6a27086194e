import { onTestFinished } from 'vitest'
import { createHttp, type HttpOptions } from '../../src/main/apis/http'
import type { HttpRequest, JobsApi, JobsWriting } from '../../src/main/apis/jobs-api'
import { jobsApis } from '../../src/main/apis/registry'
import { type Fault, good, type Result } from '../../src/shared/fault'
import { aConnection, aKey } from '../main/apis/builders'

/**
 * The real limits, scaled down for the tests that run into them. Client and server share this process: when it stands
 * still for longer than a limit on a busy machine, an answer that is there has come too late.
 */
export const scaled = { connectMs: 1_500, headersMs: 1_000, bodyIdleMs: 1_000, totalMs: 5_000 }

export function aHttp(options: Partial<HttpOptions> = {}) {
  const made = createHttp({ version: '1.2.3', ...options })
  onTestFinished(() => made.close())
  return made.http
}

/** The real client of one vendor over real HTTP. */
export const aClient = (
  baseUrl: string,
  options: Partial<HttpOptions> & { readonly vendor?: 'merchantops' | 'retailgrid' } = {},
): JobsApi => {
  const { vendor = 'merchantops', ...http } = options
  return jobsApis[vendor](aConnection({ baseUrl, vendor }), aHttp(http), async () => good(aKey))
}

export function writingOf(api: JobsApi): JobsWriting {
  if (api.writing === null) throw new Error('this vendor cannot write')
  return api.writing
}

export const aGet = (url: string, changes: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: { authorization: `Bearer ${aKey}` },
  maxBytes: 1_048_576,
  ...changes,
})

export const aPost = (url: string): HttpRequest => aGet(url, { method: 'POST', body: '{"stage":"x"}' })

export function faultOf(result: Result<unknown>): Fault {
  if (result.ok) throw new Error(`expected a fault, got ${JSON.stringify(result.value).slice(0, 200)}`)
  return result.fault
}

export function answerOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`expected an answer, got ${JSON.stringify(result.fault)}`)
  return result.value
}
