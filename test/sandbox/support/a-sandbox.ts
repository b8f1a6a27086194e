import { afterEach } from 'vitest'
import { type Sandbox, type SandboxOptions, type SandboxReady, startSandbox } from '../../../src/sandbox/server'
import { handTime } from './hand-time'

export type Answer = { readonly status: number; readonly body: Body; readonly headers: Headers }
type Body = { readonly [name: string]: unknown }

/** A sandbox whose time is in our hands, with short ways to call it. */
export type TestSandbox = Sandbox & {
  readonly pass: (seconds: number) => void
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>
  readonly retail: (jobId: string, headers?: Record<string, string>) => Promise<Answer>
  readonly control: (method: string, path: string, body?: unknown) => Promise<Answer>
  readonly create: (fields?: Record<string, unknown>) => Promise<string>
}

const running: Sandbox[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map(sandbox => sandbox.close()))
})

export const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

export async function call(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: 'manual', ...init })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) }
}

export async function aSandbox(options: SandboxOptions = {}): Promise<TestSandbox> {
  const time = handTime()
  const sandbox = await startSandbox({ story: 'none', time, ...options })
  running.push(sandbox)
  const { merchantops, retailgrid, control }: SandboxReady = sandbox.ready
  const json = { 'content-type': 'application/json' }
  const send = (url: string, method: string, body: unknown, headers: Record<string, string>) =>
    call(url, {
      method,
      headers: { ...json, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })

  const post: TestSandbox['post'] = (path, body, headers = bearer(merchantops.keys.full)) =>
    send(merchantops.url + path, 'POST', body, headers)
  return {
    ...sandbox,
    pass: seconds => time.pass(seconds * 1000),
    get: (path, headers = bearer(merchantops.keys.full)) => call(merchantops.url + path, { headers }),
    post,
    retail: (jobId, headers = bearer(retailgrid.key)) => call(`${retailgrid.url}/v1/jobs/${jobId}`, { headers }),
    control: (method, path, body) => send(control.url + path, method, body, {}),
    create: async (fields = {}) => {
      const { body } = await post('/api/jobs/', { job_type: 'enrichment', total_items: 10, ...fields })
      return String(body.job_id)
    },
  }
}
