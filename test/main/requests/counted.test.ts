import { expect, test } from 'vitest'
import type { Snapshot } from '../../../src/shared/snapshot'
import { aForm } from '../../support/a-form'
import { anEngine, wireJob } from '../../support/an-engine'
import { aWatchedJob } from '../../support/builders'

const figures = (answer: unknown) => {
  const { value } = answer as { readonly value: Snapshot }
  return value.connections.map(({ name, requestsLastHour }) => [name, requestsLastHour ?? 0])
}

test('the requests made so far are in what is read now, and the one that proved a connection with them', async () => {
  const { ask, clock, requests } = await anEngine({
    jobs: [aWatchedJob()],
    reply: ({ url }) => ({ json: wireJob(url.split('/')[5] ?? '') }),
  })
  expect(figures(await ask('state:read'))).toEqual([['Outfitters', 0]])
  await clock.pass(0)
  const looks = requests.length
  expect(looks).toBeGreaterThan(0)
  await ask('connections:save', null, aForm({ name: 'New' }), true)
  expect(figures(await ask('state:read'))).toEqual([
    ['Outfitters', looks],
    ['New', requests.length - looks],
  ])
  expect(requests.length).toBeGreaterThan(looks)
})
