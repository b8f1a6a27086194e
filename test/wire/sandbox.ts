import { onTestFinished } from 'vitest'
import type { HttpOptions } from '../../src/main/apis/http'
import type { JobsApi } from '../../src/main/apis/jobs-api'
import { jobsApis } from '../../src/main/apis/registry'
import { type FaultRule, startSandbox } from '../../src/sandbox/server'
import type { Connection } from '../../src/shared/connection'
import { good } from '../../src/shared/fault'
import { aConnection } from '../main/apis/builders'
import { aHttp } from './client'

type ClientOptions = Partial<HttpOptions> & Partial<Pick<Connection, 'organization' | 'keySending'>>

/** The real sandbox, with the real clients for it and its control port. */
export async function aSandbox(story = 'none') {
  const sandbox = await startSandbox({ story, seed: 7, speed: 0 })
  onTestFinished(() => sandbox.close())
  const { merchantops, retailgrid, control } = sandbox.ready

  const client = (vendor: Connection['vendor'], baseUrl: string, key: string, options: ClientOptions): JobsApi => {
    const { organization = null, keySending, ...http } = options
    const connection = aConnection({ vendor, baseUrl, organization, ...(keySending ? { keySending } : {}) })
    return jobsApis[vendor](connection, aHttp(http), async () => good(key))
  }

  /** A call of the control port; fails the test when it is refused. */
  const tell = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(control.url + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`the control port refused ${method} ${path}: ${text}`)
    return text === '' ? null : JSON.parse(text)
  }

  return {
    ready: sandbox.ready,
    merchant: (options: ClientOptions & { readonly key?: string } = {}) => {
      const { key = merchantops.keys.full, ...rest } = options
      return client('merchantops', merchantops.url, key, rest)
    },
    retail: (options: ClientOptions & { readonly key?: string } = {}) => {
      const { key = retailgrid.key, ...rest } = options
      return client('retailgrid', retailgrid.url, key, rest)
    },
    tell,
    /** The next answer of an API, or as many as `count`, goes wrong like this. */
    breaks: (fault: FaultRule['fault'], count = 1) => tell('POST', '/faults', { count, fault }),
  }
}

export type SandboxUnderTest = Awaited<ReturnType<typeof aSandbox>>
