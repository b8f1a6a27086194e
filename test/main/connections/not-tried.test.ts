import { expect, test } from 'vitest'
import { aDesk } from '../../support/a-desk'
import { aForm } from '../../support/a-form'
import { anEngine, notFound, wireJob } from '../../support/an-engine'
import { aConnection, aWatchedJob } from '../../support/builders'
import { sendJson, serve } from '../../wire/server'

/** A server that is in trouble until it is told otherwise. */
async function aSickServer() {
  const health = { status: 503 }
  const server = await serve((_request, response) => sendJson(response, health.status, { detail: 'Job not found' }))
  return { ...server, heal: () => Object.assign(health, { status: 404 }) }
}

test('what was kept without proof is not tried, also after a restart, until it is proved', async () => {
  const server = await aSickServer()
  const { desk, db, keychain, only } = await aDesk()
  await desk.save(null, aForm({ baseUrl: server.origin }), true)
  expect(only().unproved).toBe(true)
  await desk.save('c1', aForm({ baseUrl: server.origin, name: 'Another name', key: null }), false)
  expect(only()).toMatchObject({ name: 'Another name', unproved: true })

  const later = await aDesk({ db, keychain })
  expect(later.only().unproved).toBe(true)
  server.heal()
  await later.desk.save('c1', aForm({ baseUrl: server.origin }), false)
  expect(later.only().unproved).toBe(false)
  expect((await aDesk({ db, keychain })).only().unproved).toBe(false)
})

test('what was proved once stays so by another name, and is not tried with a key that nothing proved', async () => {
  const server = await aSickServer()
  server.heal()
  const { desk, only } = await aDesk()
  await desk.save(null, aForm({ baseUrl: server.origin }), true)
  await desk.save('c1', aForm({ baseUrl: server.origin, name: 'Another name', key: null }), false)
  expect(only().unproved).toBeUndefined()
  await server.close()
  await desk.save('c1', aForm({ baseUrl: server.origin, key: 'another' }), true)
  expect(only().unproved).toBe(true)
})

test('a choice that a person makes meanwhile does not make it tried', async () => {
  const server = await aSickServer()
  const { desk, journal, only } = await aDesk()
  await desk.save(null, aForm({ baseUrl: server.origin }), true)
  journal.connections.choose('c1', { ...only(), paused: true })
  expect(journal.connections.all()).toMatchObject([{ choices: { paused: true, unproved: true } }])
  desk.proved('c1')
  expect(only().unproved).toBe(false)
})

test('the first look that brings a job is the proof, one that brings none is not', async () => {
  const found = new Set<string>()
  const jobs = ['a', 'b'].map(jobId => aWatchedJob({ ref: { connectionId: 'c1', jobId }, job: null, seenAt: null }))
  const engine = await anEngine({
    jobs,
    connections: [aConnection({ unproved: true })],
    reply: ({ url }) => (found.has('b') && url.includes('/b') ? { json: wireJob('b') } : notFound),
  })
  engine.watching.woke()
  await engine.clock.pass(60_000)
  expect(engine.requests.length).toBeGreaterThan(1)
  expect(engine.board.connection('c1')?.unproved).toBe(true)
  found.add('b')
  await engine.clock.pass(600_000)
  expect(engine.board.connection('c1')?.unproved).toBe(false)
  expect(engine.journal.connections.all()).toMatchObject([{ choices: { unproved: false } }])
})
