import { describe, expect, it } from 'vitest'
import { aWireIssue } from '../../main/apis/builders'
import { anEngine, wireJob } from '../../support/an-engine'
import { anUnseenJob } from '../../support/builders'

const { ref } = anUnseenJob()
const many = 20_000
const listed = (word: string) =>
  Array.from({ length: many }, (_, index) =>
    aWireIssue({
      entity_key: `${word}-${index}`,
      timestamp: new Date(1_700_000_000_000 + index * 1_000).toISOString(),
    }),
  )

/** An app that has looked once at a job with twenty thousand errors, warnings and reference keys. */
async function aLookedAtJob() {
  const json = wireJob(ref.jobId, {
    failed_items: many,
    errors: listed('error'),
    warnings: listed('warning'),
    reference_keys: Array.from({ length: many }, (_, index) => ({ entity_type: 'product', key: `K-${index}` })),
  })
  const engine = await anEngine({ jobs: [anUnseenJob()], reply: () => ({ json }) })
  await engine.clock.pass(100)
  engine.stop()
  return engine
}

describe('a job with twenty thousand of each', () => {
  it('comes as counts, the newest hundred and the first hundred', async () => {
    const engine = await aLookedAtJob()
    const told = await engine.ask('jobs:read-detail', ref)
    expect(told).toMatchObject({
      ok: true,
      value: {
        errorCount: many,
        warningCount: many,
        errors: { length: 100, 0: { entityKey: 'error-19999' } },
        warnings: { length: 100, 0: { entityKey: 'warning-19999' } },
        referenceKeys: { count: many, sample: { length: 100, 0: { key: 'K-0' } } },
      },
    })
    expect(JSON.stringify(told).length).toBeLessThan(100_000)
    expect(engine.board.job(ref)?.job).toMatchObject({ errorsListed: many, warningsListed: many })
  })

  it('has every entry on some page', async () => {
    const engine = await aLookedAtJob()
    for (const [name, first, last] of [
      ['jobs:read-errors', { entityKey: 'error-19999' }, { entityKey: 'error-0' }],
      ['jobs:read-warnings', { entityKey: 'warning-19999' }, { entityKey: 'warning-0' }],
      ['jobs:read-reference-keys', { key: 'K-0' }, { key: 'K-19999' }],
    ] as const) {
      expect(await engine.ask(name, ref, 0, 500)).toMatchObject({
        value: { total: many, entries: { length: 500, 0: first } },
      })
      expect(await engine.ask(name, ref, 19_500, 500)).toMatchObject({ value: { entries: { length: 500, 499: last } } })
      expect(await engine.ask(name, ref, many, 500)).toMatchObject({ value: { total: many, entries: [] } })
    }
  })

  it('is asked for by pages that make sense alone', async () => {
    const engine = await aLookedAtJob()
    for (const args of [[0, 501], [0, 0], [-1, 10], [0.5, 10], [0], ['0', '10']]) {
      expect(await engine.ask('jobs:read-errors', ref, ...args)).toMatchObject({ ok: false })
    }
  })
})

it('a job that was not seen yet has nothing to page through', async () => {
  const engine = await anEngine()
  for (const name of ['jobs:read-errors', 'jobs:read-warnings', 'jobs:read-reference-keys']) {
    expect(await engine.ask(name, ref, 0, 100)).toEqual({ ok: true, value: { total: 0, entries: [] } })
  }
})
