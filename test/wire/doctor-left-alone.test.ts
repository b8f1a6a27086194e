import { expect, it } from 'vitest'
import type { Fault } from '../../src/shared/fault'
import { at, examined, stepOf } from './doctor'
import { sendJson, serve } from './server'

const aLimitedServer = () =>
  serve((_request, response) => sendJson(response, 429, { detail: 'Slow down' }, { 'Retry-After': '30' }))

it('a server that asked for no requests is not asked by the doctor before then (fault 8)', async () => {
  const { origin, seen } = await aLimitedServer()
  const report = await examined(at(origin, { pausedMs: 60_000 }))
  expect(seen).toEqual([])
  expect(report.waitsUntil).not.toBeNull()
  expect(stepOf(report, 'api')).toMatchObject({
    state: 'failed',
    said: expect.stringMatching(/^The server asked for no requests until \d\d:\d\d:\d\d, so it was not asked\.$/),
  })
  expect(stepOf(report, 'tcp')?.state).toBe('ok')
})

it('is asked all the same when a person insists, and what it asks for then is heeded', async () => {
  const { origin, seen } = await aLimitedServer()
  const heeded: (Fault | null)[] = []
  const report = await examined(at(origin, { pausedMs: 60_000, insist: true, heeded }))
  expect(seen).not.toEqual([])
  expect(report.waitsUntil).toBeNull()
  expect(heeded).toEqual([{ kind: 'rate-limited', retryAfterMs: 30_000 }])
})

it('each question of the doctor counts as a request of its connection', async () => {
  const { origin, seen } = await aLimitedServer()
  const counted: string[] = []
  await examined(at(origin, { counted }))
  expect(seen).not.toEqual([])
  expect(counted).toEqual(seen.map(() => 'c1'))
})
