import type { Journal } from '../../src/main/journal/journal'
import { jobRequests } from '../../src/main/requests/jobs'
import type { Card } from '../../src/main/telling/cards'
import { createTeller } from '../../src/main/telling/teller'
import { createBoard } from '../../src/main/watch/board'
import type { Clock } from '../../src/main/watch/clock'
import { createWatcher } from '../../src/main/watch/watcher'
import type { JobRef } from '../../src/shared/job'
import type { Settings } from '../../src/shared/settings'
import type { Standing } from './a-teller'
import { someParts } from './board-parts'
import { aConnection } from './builders'
import { nobodyFollows } from './nobody-follows'

/** What outlives the app: the disk, the screen, and what a person has set. */
export type Outside = {
  readonly clock: Clock
  readonly journal: Journal
  readonly settings: Settings
  readonly standing: () => Standing
  readonly cards: Card[]
  /** Ids of notices that were shown and not in the ledger. */
  readonly shownUnwritten: number[]
  /** Keys of the endings whose writing was done. */
  readonly owed: Set<string>
}

/** One life of the app, that can be killed between any two steps. `stepsLeft`: it is killed after so many more. */
export function aLife({ clock, journal, settings, standing, cards, shownUnwritten, owed }: Outside) {
  const life = { dead: false, stepsLeft: Number.POSITIVE_INFINITY }
  const step = () => {
    if (!life.dead && life.stepsLeft-- <= 0) life.dead = true
    if (life.dead) throw new Error('killed')
  }
  /** It may be killed just before, and just after. */
  const fragile =
    <Args extends readonly unknown[], T>(act: (...args: Args) => T) =>
    (...args: Args): T => {
      step()
      const value = act(...args)
      step()
      return value
    }
  const never = new Promise<never>(() => undefined)
  const board = createBoard(clock, {
    ...someParts({ connections: [aConnection()], settings, notices: journal.notices.newest(200) }),
    jobs: journal.jobs.all(),
  })
  const { told, untold, hold, held, beginDigest } = journal.notices
  const teller = createTeller({
    board,
    ledger: { untold, held, told: fragile(told), hold: fragile(hold), beginDigest: fragile(beginDigest) },
    clock,
    screen: {
      standing: async () => (life.dead ? never : standing()),
      async show(card, sent) {
        if (life.dead) return never
        try {
          fragile(() => {
            const known = new Set(journal.notices.newest(10_000).map(({ id }) => id))
            shownUnwritten.push(...card.ids.filter(id => !known.has(id)))
            cards.push(card)
          })()
        } catch {
          return never
        }
        sent()
        return 'shown'
      },
      withdraw: () => undefined,
    },
    endSnooze: () => undefined,
    trouble: () => undefined,
  })
  const watcher = createWatcher({
    board,
    log: {
      ...journal,
      record: fragile((entries, drafts, at) => {
        const notices = journal.record(entries, drafts, at)
        for (const { kind, key } of entries.flatMap(entry => entry.drafts)) if (kind === 'ended') owed.add(key)
        return notices
      }),
    },
    clock,
    announce: notices => {
      if (!life.dead) teller.announce(notices)
    },
    trouble: () => undefined,
    ...nobodyFollows,
  })
  const requests = jobRequests({
    board,
    journal: {
      ...journal,
      together(act) {
        step()
        const value = journal.together(act)
        step()
        return value
      },
    },
    poller: { plan: () => undefined, drop: () => undefined, lookNow: () => undefined, attend: () => undefined },
    clock,
    flush: watcher.flush,
  })
  /** The kill is not theirs to tell. */
  const unlessKilled = async (act: Promise<unknown>): Promise<void> => {
    await act.catch(error => {
      if (!life.dead) throw error
    })
  }
  return {
    life,
    board,
    watcher,
    teller,
    watch: ({ connectionId, jobId }: JobRef) => unlessKilled(requests['jobs:watch'](connectionId, jobId)),
    forget: (ref: JobRef) => unlessKilled(requests['jobs:forget']([ref])),
  }
}
