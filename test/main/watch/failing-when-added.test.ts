import { describe, expect, it } from 'vitest'
import { anEngine, wireJob } from '../../support/an-engine'

const id = 'enrichment-a'
const counted = (failed_items: number, processed_items = 100 - failed_items, own: object = {}) =>
  wireJob(id, { total_items: 1_000, processed_items, failed_items, ...own })

/** What is told of a job that is added while it runs; each is what the server says at the next look. */
async function toldOf(...looks: readonly object[]): Promise<readonly string[]> {
  let said = looks[0]
  const app = await anEngine({ reply: () => ({ json: said }) })
  await app.ask('jobs:watch', 'c1', id)
  for (const next of looks) {
    said = next
    await app.clock.pass(60_000)
  }
  return app.announced.map(({ kind, title }) => `${kind}: ${title}`)
}

describe('a job that fails much already when it is added', () => {
  it('is no news, and is told of once when twice as many fail', async () => {
    expect(await toldOf(counted(25), counted(40))).toEqual([])
    expect(await toldOf(counted(25), counted(40), counted(50), counted(60))).toEqual([
      'failure-rate: Enrichment: 50 % of the items fail',
    ])
  })

  it('so much that it cannot double is told of when half of what did not fail does', async () => {
    expect(await toldOf(counted(60), counted(70))).toEqual([])
    expect(await toldOf(counted(60), counted(85))).toEqual(['failure-rate: Enrichment: 85 % of the items fail'])
  })

  it('is told of like any other when it runs anew', async () => {
    const ended = counted(25, 75, { status: 'failed', completed_at: '2026-03-02T12:01:00Z' })
    const told = await toldOf(counted(25), ended, counted(0, 10), counted(12))
    expect(told.filter(line => line.startsWith('failure-rate'))).toEqual([
      'failure-rate: Enrichment: 12 % of the items fail',
    ])
  })
})

it('a job that fails little when it is added is told of once, when it fails much, whatever it comes to', async () => {
  expect(await toldOf(counted(6), counted(11), counted(12), counted(24))).toEqual([
    'failure-rate: Enrichment: 11 % of the items fail',
  ])
})
