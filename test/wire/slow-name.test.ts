import dns from 'node:dns'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { aGet, aHttp, faultOf, scaled } from './client'
import { sendJson, serve } from './server'

type Answer = (error: NodeJS.ErrnoException | null, address?: unknown) => void

/** What the look-up of a name does; any other is looked up in truth. */
const stubs: Readonly<Record<string, (answer: Answer) => void>> = {
  'slow.localhost': () => undefined,
  'again.localhost': answer => answer(Object.assign(new Error('try again'), { code: 'EAI_AGAIN' })),
}

beforeEach(() => {
  const real = dns.lookup
  vi.spyOn(dns, 'lookup').mockImplementation(((host: string, ...rest: readonly unknown[]) => {
    const stub = stubs[host]
    const answer = rest.at(-1)
    if (stub === undefined) return Reflect.apply(real, dns, [host, ...rest])
    if (typeof answer === 'function') stub((...said) => Reflect.apply(answer, undefined, said))
  }) as typeof dns.lookup)
})
afterEach(() => vi.restoreAllMocks())

it('a name that is looked up for ever is out of time, and keeps no other server waiting (fault 27)', async () => {
  const quick = await serve((_request, response) => sendJson(response, 200, {}))
  const http = aHttp({ limits: { ...scaled, connectMs: 4_000, headersMs: 4_000 } })
  const stuck = Array.from({ length: 12 }, () => http(aGet('http://slow.localhost:9/x')))
  let over = 0
  for (const each of stuck) void each.then(() => (over += 1))
  expect(await http(aGet(quick.origin.replace('127.0.0.1', 'localhost')))).toMatchObject({ ok: true })
  expect(over).toBe(0)
  for (const result of await Promise.all(stuck)) {
    expect(faultOf(result)).toMatchObject({ kind: 'unreachable', cause: 'timeout', mayHaveArrived: false })
  }
})

it('a resolver that asks to be asked again is a name that was not found, typed as such (fault 27)', async () => {
  expect(faultOf(await aHttp()(aGet('http://again.localhost:9/x')))).toEqual({
    kind: 'unreachable',
    cause: 'name',
    reason: 'EAI_AGAIN',
    mayHaveArrived: false,
  })
})
