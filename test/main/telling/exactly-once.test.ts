import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aTold, type Deed } from '../../support/a-told-world'

// Few, so that one deed often meets what another began.
const job = fc.constantFrom('a', 'b', 'c')
// One more often than the others: two runs that end alike are the hardest to tell apart.
const outcome = fc.constantFrom('failed', 'failed', 'failed', 'succeeded', 'partial', 'warned', 'cancelled')
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('ends', 'ends-and-is-seen', 'runs-unseen'), job, outcome }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('runs-again'), job }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('look'), job }) },
  // An answer that is under way: it may come later than a newer one, and more than once.
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('ask'), job }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('deliver'), nth: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('fault'), job }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('unwatch', 'watch'), job }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('runs-again-unwatched'), job }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('pass'), ms: fc.constantFrom(0, 500, 3_000, 20_000) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('quiet'), on: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('daemon'),
      standing: fc.constantFrom('ready', 'do-not-disturb', 'no notification service answers'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' } as const) },
  // So many steps later, whatever is being done then: before or after any write or showing.
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('crash-in'), steps: fc.nat(8) }) },
)

it('whatever happens and wherever it is killed, each ending is written once and told: none lost, none twice unmarked (faults 22, 23, 49, 50)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 60, size: 'max' }), async deeds => {
      const world = aTold()
      for (const next of deeds) await world.does(next)
      await world.comesToRest()
      const { lost, unwritten, unmarkedTwice, tooOften, shownUnwritten, untold } = world.sum()
      expect({ lost, unwritten, unmarkedTwice, tooOften, shownUnwritten, untold }).toEqual({
        lost: [],
        unwritten: [],
        unmarkedTwice: [],
        tooOften: [],
        shownUnwritten: [],
        untold: [],
      })
    }),
    { numRuns: 200 },
  )
}, 180_000)

it('without a crash the ledger holds exactly the endings that were seen, and each was told exactly once, whether its job stayed on the list or came back', async () => {
  const calm = deed.filter(({ kind }) => kind !== 'crash-in')
  await fc.assert(
    fc.asyncProperty(fc.array(calm, { minLength: 10, maxLength: 60, size: 'max' }), async deeds => {
      const world = aTold()
      for (const next of deeds) await world.does(next)
      await world.comesToRest()
      const { ledger, seenEndings, timesTold } = world.sum()
      expect([...ledger].sort()).toEqual([...seenEndings].sort())
      expect(timesTold.filter(times => times > 1)).toEqual([])
    }),
    { numRuns: 100 },
  )
}, 180_000)
