import { expect, it } from 'vitest'
import { aDesk } from '../../support/a-desk'
import { aForm } from '../../support/a-form'
import { sendJson, serve } from '../../wire/server'

it('E15: how far a server’s clock is off is known from its answers, refusals too, and no slip of the network counts', async () => {
  const { desk, only, clock } = await aDesk()
  let aheadMs = 600_000
  const server = await serve((_request, response) => {
    const date = new Date(clock.wall().getTime() + aheadMs).toUTCString()
    sendJson(response, 404, { detail: 'Job not found' }, { date })
  })
  await desk.save(null, aForm({ baseUrl: server.origin }), false)
  expect(only()).not.toHaveProperty('clockAheadMs')
  const look = async () => {
    await desk.reader(only().id)?.readStatus('crawl-1')
    return only().clockAheadMs
  }
  expect(await look()).toBeCloseTo(600_000, -4)
  const first = only().clockAheadMs
  aheadMs += 3_000
  expect(await look()).toBe(first)
  aheadMs = 0
  expect(Math.abs((await look()) ?? Number.NaN)).toBeLessThanOrEqual(1_000)
})
