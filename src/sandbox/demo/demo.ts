import type { Stage, Story } from '../story'
import { works } from './assignments'
import { cast } from './casting'
import { opening } from './opening'
import { castRetail } from './retail-casting'
import { rushes } from './rush'
import { createTroupe } from './troupe'

/** Free slots that a long job leaves to the others: about 12 to 25 minutes. */
const LONG_SLOTS = [50, 110] as const

/** Seconds after the curtain has risen. */
const FIRST_RUSH_S = 95

/** One job ends every 11 to 17 s and another takes its place, for ever; two long ones run beside them. */
export const demo: Story = {
  name: 'demo',
  about: 'A lively mixture of both vendors: something ends every 10 to 20 s, and it goes on for ever.',
  start: stage => {
    const troupe = createTroupe(stage)
    const soon = () => stage.clock.now() + stage.random.whole(1, 3) * 1_000
    // A feed and an import bring two jobs each; the next one to leave is then not replaced.
    const owed = { merchant: 0, retail: 0 }
    let entered = 0

    const merchant = () => {
      if (owed.merchant > 0) {
        owed.merchant -= 1
        return
      }
      entered += 1
      const createdAt = soon()
      if (entered % 5 === 0) {
        owed.merchant += 1
        troupe.feed(createdAt, merchant)
        return
      }
      const assignment = troupe.nextAssignment()
      const times = {
        createdAt,
        startsAt: createdAt + stage.random.whole(3, 7) * 1_000,
        endsAt: troupe.calendar.take().at,
      }
      const changes = assignment.trade === 'crawl' && entered % 2 === 0 ? { firstTotal: 0 } : {}
      troupe.enter(cast(stage.organization, assignment, troupe.nextEnding(), times, stage.random, changes), merchant)
    }

    const long = () => {
      const createdAt = soon()
      const endsAt = troupe.calendar.take(stage.random.whole(...LONG_SLOTS)).at
      const times = { createdAt, startsAt: createdAt + 5_000, endsAt }
      const plan = cast(
        stage.organization,
        stage.random.pick([works.audit, works.marketplace]),
        troupe.nextEnding(),
        times,
        stage.random,
      )
      troupe.enter(plan, long)
    }

    rushes(stage, troupe, FIRST_RUSH_S)
    opening(stage, troupe, { merchant, long, retail: retailReplacement(stage, troupe, owed) })
  },
}

function retailReplacement(
  stage: Stage,
  troupe: ReturnType<typeof createTroupe>,
  owed: { retail: number },
): () => void {
  const kinds = [
    'bulk_upsert',
    'import',
    'bulk_upsert, failing',
    'csv_import, failing',
    'import',
    'bulk_upsert, silent',
  ] as const
  let turn = 0
  const retail = () => {
    if (owed.retail > 0) {
      owed.retail -= 1
      return
    }
    const kind = kinds[turn % kinds.length] ?? 'bulk_upsert'
    turn += 1
    const createdAt = stage.clock.now() + 2_000
    if (kind === 'import') {
      owed.retail += 1
      troupe.importAndFill(createdAt, retail)
      return
    }
    const look = { fails: kind.endsWith('failing'), saysProgress: !kind.endsWith('silent') }
    const times = { createdAt, startsAt: createdAt + 3_000, endsAt: troupe.calendar.take().at }
    const operation = kind === 'csv_import, failing' ? 'csv_import' : 'bulk_upsert'
    troupe.enterRetail(castRetail(stage.retailCaller, operation, times, stage.random, look), retail)
  }
  return retail
}
