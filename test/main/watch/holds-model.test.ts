import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mostHeldMs } from '../../../src/main/watch/hold'
import type { Outcome } from '../../../src/shared/job'
import { aHousehold } from '../../support/a-household'

const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const anId = fc.constantFrom(...ids)
const anOutcome = fc.constantFrom<Outcome>('succeeded', 'succeeded', 'succeeded', 'warned', 'partial', 'failed')

type Step =
  | { readonly kind: 'names'; readonly jobId: string; readonly others: readonly string[] }
  | { readonly kind: 'runs' | 'is-not-found'; readonly jobId: string }
  | { readonly kind: 'ends'; readonly jobId: string; readonly outcome: Outcome }
  | { readonly kind: 'restart' | 'switch' }
  | { readonly kind: 'pass'; readonly seconds: number }

const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('names' as const),
      jobId: anId,
      others: fc.array(anId, { maxLength: 4 }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('runs' as const), jobId: anId }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('ends' as const), jobId: anId, outcome: anOutcome }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('is-not-found' as const), jobId: anId }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('switch' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pass' as const), seconds: fc.nat(900) }) },
)

type House = ReturnType<typeof aHousehold>

async function take(house: House, step: Step): Promise<void> {
  switch (step.kind) {
    case 'names':
      return house.names(step.jobId, ...step.others)
    case 'runs':
      return house.runs(step.jobId)
    case 'ends':
      return house.ends(step.jobId, step.outcome)
    case 'is-not-found':
      return house.isNotFound(step.jobId)
    case 'restart':
      return house.restart()
    case 'switch':
      return house.change({ holdForFamily: !house.board().settings().holdForFamily })
    case 'pass':
      return house.clock.pass(step.seconds * 1_000)
  }
}

/** The endings that a person must hear of: the last one of each run of a job, if it came after a look that was no ending. */
function witness(house: House) {
  const owed = new Map<string, Outcome>()
  const seen = new Map<string, { epoch: number; outcome: Outcome | null }>()
  return {
    owed,
    note(): void {
      for (const { ref, job, origin, namedWhileWatched } of house.jobs()) {
        if (job === null) continue
        const { epoch, outcome } = job
        const before = seen.get(ref.jobId)
        seen.set(ref.jobId, { epoch, outcome })
        if (outcome === null || (before?.epoch === epoch && before.outcome === outcome)) continue
        const isNews = before !== undefined || (origin === 'linked' && namedWhileWatched === true)
        if (isNews) owed.set(`c1/${ref.jobId}/${epoch}`, outcome)
      }
    },
  }
}

const ledger = (house: House) =>
  house.db
    .prepare("SELECT key, id, told_how FROM notices WHERE kind = 'ended'")
    .all()
    .map(row => ({
      key: String(Reflect.get(Object(row), 'key')),
      id: Number(Reflect.get(Object(row), 'id')),
      how: Reflect.get(Object(row), 'told_how'),
    }))

it('whatever happens to families of any shape, no ending is lost, none is told twice, and no hold lasts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { maxLength: 60, size: 'max' }), async steps => {
      const house = aHousehold(['a', 'b'])
      const { owed, note } = witness(house)
      for (const step of steps) {
        await take(house, step)
        note()
      }
      await house.clock.pass(mostHeldMs + 60_000)
      const rows = ledger(house)
      for (const [run, outcome] of owed) expect(rows.map(({ key }) => key)).toContain(`${run}/${outcome}`)
      const shown = house.announced.map(({ id }) => id)
      expect(new Set(shown).size).toBe(shown.length)
      for (const { id, how } of rows) expect(shown.includes(id)).toBe(how === null)
      expect(house.jobs().filter(({ heldSince }) => heldSince != null)).toEqual([])
      expect(house.troubles).toEqual([])
    }),
    { numRuns: 300 },
  )
})

it('a job is told at most once for each run, unless the server says something worse of the same run', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { maxLength: 60, size: 'max' }), async steps => {
      const house = aHousehold(['a'])
      for (const step of steps) if (step.kind !== 'ends' || step.outcome === 'succeeded') await take(house, step)
      await house.clock.pass(mostHeldMs + 60_000)
      const runs = ledger(house).map(({ key }) => key.split('/').slice(0, 3).join('/'))
      expect(new Set(runs).size).toBe(runs.length)
    }),
    { numRuns: 200 },
  )
})
