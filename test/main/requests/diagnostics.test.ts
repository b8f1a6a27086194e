import { expect, it } from 'vitest'
import type { Diagnostics } from '../../../src/shared/diagnostics'
import { anEngine, wireJob } from '../../support/an-engine'
import { aConnection, aWatchedJob } from '../../support/builders'

const ref = (jobId: string, connectionId = 'c1') => ({ connectionId, jobId })
const read = async (ask: Awaited<ReturnType<typeof anEngine>>['ask']): Promise<Diagnostics> => {
  const answer = await ask('diagnostics:read')
  return answer.ok ? (answer.value as Diagnostics) : Promise.reject(new Error(answer.message))
}

it('how watching goes is told: answers, faults and what nobody knows, for each connection', async () => {
  const engine = await anEngine({
    connections: [aConnection(), aConnection({ id: 'c2', name: 'Grid shop', createdAt: '2026-03-02T13:00:00.000Z' })],
    jobs: [aWatchedJob(), aWatchedJob({ ref: ref('crawl-1', 'c2') })],
    reply: ({ url }) =>
      url.includes('crawl-1')
        ? { kind: 'server', status: 503, retryAfterMs: null }
        : { json: wireJob('enrichment-5f2c81d0', { status: 'napping', priority: 1 }) },
  })
  await engine.clock.pass(1_000)
  const { connections, drift, journal } = await read(engine.ask)
  expect(connections).toMatchObject([
    { id: 'c1', jobs: 1, active: 1, answers: 1, faults: [] },
    { id: 'c2', jobs: 1, answers: 1, faults: [{ kind: 'server', count: 1 }] },
  ])
  expect(drift.map(({ connectionId, kind, name }) => [connectionId, kind, name])).toEqual([
    ['c1', 'unknown-status', 'napping'],
    ['c1', 'unknown-field', 'priority'],
  ])
  expect(journal.rows).toMatchObject({ jobs: 2 })
  expect(journal.bytes).toBeGreaterThan(0)

  await engine.ask('connections:remove', 'c1')
  await engine.clock.pass(1_000)
  expect(await read(engine.ask)).toMatchObject({ connections: [{ id: 'c2' }], drift: [] })
})

it('the report to be copied names no connection, address, job or organization', async () => {
  const { ask, clock } = await anEngine({
    connections: [
      aConnection({ name: 'Secret shop', baseUrl: 'https://jobs.secret.example', organization: 'org_secret' }),
    ],
    jobs: [aWatchedJob({ ref: ref('secret-job') })],
    reply: () => ({ kind: 'unreachable', cause: 'name', reason: 'secret.example', mayHaveArrived: false }),
  })
  await clock.pass(1_000)
  const { report, connections } = await read(ask)
  expect(connections[0]?.faults[0]?.sentence).toContain('host name was not found')
  expect(report).toMatch(/^Jobtray 0 \(live\)/)
  expect(report).toContain('connection 1 (merchantops): 1 job, 1 active; 1 answer; unreachable 1 (last ')
  expect(report).not.toMatch(/secret|key-of/i)
})
