import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { mostHeldMs } from '../../../src/main/watch/hold'
import type { Outcome } from '../../../src/shared/job'
import type { WatchedJob } from '../../../src/shared/snapshot'
import { aHousehold } from '../../support/a-household'

const ids = ['job-aaaa', 'job-bbbb', 'job-cccc', 'job-dddd', 'job-eeee', 'job-ffff'] as const
const anId = fc.constantFrom(...ids)
const anOutcome = fc.constantFrom<Outcome>('succeeded', 'succeeded', 'succeeded', 'warned', 'partial', 'failed')
const anHour = 3_600_000
const aClock = fc.constantFrom(0, 0, anHour, -anHour)

type Step =
  | { readonly kind: 'names'; readonly jobId: string; readonly others: readonly string[] }
  | { readonly kind: 'runs' | 'look' | 'add' | 'is-not-found'; readonly jobId: string }
  | { readonly kind: 'ends' | 'ends-unseen'; readonly jobId: string; readonly outcome: Outcome }
  | { readonly kind: 'restart' | 'switch' }
  | { readonly kind: 'pass'; readonly seconds: number }

const of = <Kind extends Step['kind']>(kind: Kind) => fc.constant(kind)

const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: of('names'), jobId: anId, others: fc.array(anId, { maxLength: 4 }) }),
  },
  { weight: 5, arbitrary: fc.record({ kind: of('runs'), jobId: anId }) },
  { weight: 7, arbitrary: fc.record({ kind: of('ends'), jobId: anId, outcome: anOutcome }) },
  // What nobody sees until a look that may be the first.
  { weight: 4, arbitrary: fc.record({ kind: of('ends-unseen'), jobId: anId, outcome: anOutcome }) },
  { weight: 3, arbitrary: fc.record({ kind: of('look'), jobId: anId }) },
  { weight: 2, arbitrary: fc.record({ kind: of('add'), jobId: anId }) },
  { weight: 1, arbitrary: fc.record({ kind: of('is-not-found'), jobId: anId }) },
  { weight: 2, arbitrary: fc.record({ kind: of('restart') }) },
  { weight: 1, arbitrary: fc.record({ kind: of('switch') }) },
  { weight: 3, arbitrary: fc.record({ kind: of('pass'), seconds: fc.nat(900) }) },
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
    case 'look':
      return house.look(step.jobId)
    case 'add':
      return house.add(step.jobId)
    case 'ends-unseen':
      return house.endsUnseen(step.jobId, step.outcome)
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

/**
 * The endings that a person must hear of: the last one of each run of a job, if it came after a look that was no ending, or
 * while the job, or all that led to it, was on the list. `ever`: of all others nobody may hear.
 */
function witness(house: House) {
  const owed = new Map<string, Outcome>()
  const ever = new Set<string>()
  const seen = new Map<string, { epoch: number; outcome: Outcome | null }>()
  /** Since when an ending before the first look is news, ms since 1970. */
  const since = new Map<string, number>()
  const noteNew = ({ ref, origin, foundThrough = '' }: WatchedJob) => {
    if (since.has(ref.jobId)) return
    const now = house.clock.wall().getTime()
    // Born before our eyes: news in any case.
    const born = seen.has(foundThrough) ? Number.NEGATIVE_INFINITY : (since.get(foundThrough) ?? now)
    since.set(ref.jobId, origin === 'linked' ? born : now)
  }
  const note = () => {
    for (const watched of house.jobs()) noteNew(watched)
    for (const { ref, job } of house.jobs()) {
      if (job === null) continue
      const { epoch, outcome } = job
      const before = seen.get(ref.jobId)
      seen.set(ref.jobId, { epoch, outcome })
      if (outcome === null || (before?.epoch === epoch && before.outcome === outcome)) continue
      if (before === undefined && house.endedAt(ref.jobId) <= (since.get(ref.jobId) ?? 0)) continue
      owed.set(`c1/${ref.jobId}/${epoch}`, outcome)
      ever.add(`c1/${ref.jobId}/${epoch}/${outcome}`)
    }
  }
  note()
  return { owed, ever, note }
}

/** `how`: null for what was shown by itself, else with whose word. */
const ledger = (house: House) =>
  house.db
    .prepare(
      "SELECT key, id, told_how AS how, outcome, title, body, decided_at AS at FROM notices WHERE kind = 'ended'",
    )
    .all()
    .map(row => rowSchema.parse(row))

const rowSchema = z.object({
  key: z.string(),
  id: z.number(),
  how: z.string().nullable(),
  outcome: z.string(),
  title: z.string(),
  body: z.string(),
  at: z.string(),
})
type Row = z.infer<typeof rowSchema>

const ownOutcome = ({ key }: Row) => key.split('/').at(-1)
const idIn = ({ key }: Row) => key.split('/')[1]?.slice(-4) ?? ''

/** Counts as an ending that is not its own, nor told by it for the first time: a person hears of it twice. */
const repeats = (row: Row, rows: readonly Row[]): boolean =>
  row.how === null &&
  row.outcome !== ownOutcome(row) &&
  !rows.some(other => other.how !== null && other.at === row.at && ownOutcome(other) === row.outcome)

/** Speaks of trouble in another job and does not say which. */
const namesNobody = (row: Row): boolean => {
  const speaksOfOthers = /; | its .*(warnings|partly|failed)$/.test(row.title)
  const others = ids.map(id => id.slice(-4)).filter(id => id !== idIn(row))
  return row.how === null && speaksOfOthers && !others.some(id => row.body.includes(` ${id} `))
}

it('whatever happens to families of any shape, no ending is lost, none is told twice, and no hold lasts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { maxLength: 60, size: 'max' }), aClock, async (steps, aheadMs) => {
      const house = aHousehold([], {}, aheadMs)
      house.add('job-aaaa')
      house.add('job-bbbb')
      const { owed, ever, note } = witness(house)
      for (const step of steps) {
        await take(house, step)
        note()
      }
      await house.clock.pass(mostHeldMs + 60_000)
      const rows = ledger(house)
      for (const [run, outcome] of owed) expect(rows.map(({ key }) => key)).toContain(`${run}/${outcome}`)
      expect(rows.map(({ key }) => key).filter(key => !ever.has(key))).toEqual([])
      const shown = house.announced.map(({ id }) => id)
      expect(new Set(shown).size).toBe(shown.length)
      for (const { id, how } of rows) expect(shown.includes(id)).toBe(how === null)
      expect(rows.filter(row => repeats(row, rows))).toEqual([])
      expect(rows.filter(namesNobody)).toEqual([])
      expect(house.jobs().filter(({ heldSince }) => heldSince != null)).toEqual([])
      expect(house.troubles).toEqual([])
    }),
    { numRuns: 300 },
  )
}, 180_000)

it('a job is told at most once for each run, unless the server says something worse of the same run', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { maxLength: 60, size: 'max' }), async steps => {
      const house = aHousehold(['job-aaaa'])
      for (const step of steps) if (!('outcome' in step) || step.outcome === 'succeeded') await take(house, step)
      await house.clock.pass(mostHeldMs + 60_000)
      const runs = ledger(house).map(({ key }) => key.split('/').slice(0, 3).join('/'))
      expect(new Set(runs).size).toBe(runs.length)
    }),
    { numRuns: 200 },
  )
}, 180_000)
