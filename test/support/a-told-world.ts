import { journalOf } from '../../src/main/journal/journal'
import type { Card } from '../../src/main/telling/cards'
import { bad, good } from '../../src/shared/fault'
import type { Outcome } from '../../src/shared/job'
import { defaultSettings } from '../../src/shared/settings'
import { perhapsBefore } from '../../src/shared/summary-words'
import type { Standing } from './a-teller'
import { aLife } from './a-told-life'
import { aToldModel } from './a-told-model'
import { aToldServer, type Run } from './a-told-server'
import { aConnection, aJob, anObservation, anUnseenJob, aWatchedJob, someEndedFacts, someFacts } from './builders'
import { fakeClock } from './fake-clock'
import { journalInMemory } from './journal-in-memory'

export type Deed =
  | { readonly kind: 'ends' | 'ends-and-is-seen' | 'runs-unseen'; readonly job: string; readonly outcome: Outcome }
  | {
      readonly kind: 'runs-again' | 'look' | 'ask' | 'fault' | 'unwatch' | 'watch' | 'runs-again-unwatched'
      readonly job: string
    }
  | { readonly kind: 'deliver'; readonly nth: number }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'quiet'; readonly on: boolean }
  | { readonly kind: 'daemon'; readonly standing: Standing }
  | { readonly kind: 'restart' }
  | { readonly kind: 'crash-in'; readonly steps: number }

type Answer = Run & { readonly job: string; readonly asked: number }

const jobIds = ['a', 'b']
/** On the list and not seen yet. */
const unseenId = 'c'
const allIds = [...jobIds, unseenId]
const refOf = (jobId: string) => ({ connectionId: 'c1', jobId })
const always = { from: '00:00', to: '23:59' }
const noService = { kind: 'server', status: 503, retryAfterMs: null } as const

/** A server, an app that can be killed between any two steps, and a screen and a disk that outlive it. */
export function aTold() {
  const clock = fakeClock('2026-03-02T06:00:00.000Z')
  const db = journalInMemory()
  const justBefore = new Date(clock.wall().getTime() - 1).toISOString()
  const server = aToldServer(allIds, justBefore, clock.wall)
  const model = aToldModel()
  const owed = new Set<string>()
  const cards: Card[] = []
  const shownUnwritten: number[] = []
  let underWay: readonly Answer[] = []
  let settings = defaultSettings
  let standing: Standing = 'ready'
  let crashes = 0

  const journal = journalOf(db)
  journal.connections.save(aConnection(), true)
  const begun = aJob({ startedAt: justBefore, createdAt: null })
  for (const id of jobIds) journal.jobs.put(aWatchedJob({ ref: refOf(id), addedAt: justBefore, job: begun }))
  journal.jobs.put(anUnseenJob({ ref: refOf(unseenId), addedAt: justBefore }))
  for (const id of allIds) model.put(id, justBefore, id !== unseenId)

  const begin = () => aLife({ clock, journal, settings, standing: () => standing, cards, shownUnwritten, owed })

  let app = begin()
  const restart = async () => {
    // Quit, unless it was killed: then this reaches no disk any more.
    app.teller.stop()
    app.life.dead = true
    model.restart()
    app = begin()
    app.teller.resume()
    await clock.pass(0)
  }
  const reviveIfDead = async () => {
    while (app.life.dead) {
      crashes += 1
      await restart()
    }
  }

  const answerOf = (job: string): Answer => ({ job, ...server.runOf(job), asked: clock.monotonic() })
  const deliver = ({ job, startedAt, end, asked }: Answer) => {
    const facts =
      end === null ? someFacts({ startedAt, completedAt: null }) : someEndedFacts({ ...end, status: end.outcome })
    app.watcher.receive(refOf(job), good(anObservation(facts)), asked)
    model.look(job, end, asked)
  }

  const does = async (deed: Deed): Promise<void> => {
    switch (deed.kind) {
      case 'runs-unseen':
        await clock.pass(3_000)
        server.runsAgain(deed.job)
        await does({ ...deed, kind: 'ends-and-is-seen' })
        break
      case 'ends':
      case 'ends-and-is-seen':
        server.ends(deed.job, deed.outcome)
        if (deed.kind !== 'ends') deliver(answerOf(deed.job))
        break
      case 'runs-again':
        server.runsAgain(deed.job)
        break
      case 'look':
        deliver(answerOf(deed.job))
        break
      case 'ask':
        underWay = [...underWay, answerOf(deed.job)]
        break
      case 'deliver': {
        const answer = underWay[deed.nth]
        if (answer !== undefined) deliver(answer)
        break
      }
      case 'fault':
        app.watcher.receive(refOf(deed.job), bad(noService), clock.monotonic())
        model.fault(deed.job, clock.monotonic())
        break
      case 'unwatch':
        await app.forget(refOf(deed.job))
        model.unwatch(deed.job)
        // As the poller does with what is under way for it.
        underWay = underWay.filter(({ job }) => job !== deed.job)
        break
      case 'runs-again-unwatched':
        for (const kind of ['unwatch', 'runs-again', 'watch', 'look'] as const) await does({ kind, job: deed.job })
        break
      case 'watch':
        await app.watch(refOf(deed.job))
        model.watch(deed.job, clock.wall().toISOString())
        break
      case 'pass':
        await clock.pass(deed.ms)
        break
      case 'quiet':
        settings = { ...settings, quietHours: deed.on ? always : null }
        app.board.put({ settings })
        app.teller.reconsider()
        break
      case 'daemon':
        standing = deed.standing
        break
      case 'restart':
        underWay = []
        await restart()
        break
      case 'crash-in':
        app.life.stepsLeft = deed.steps
        break
    }
    await clock.pass(1)
    if (app.life.dead) underWay = []
    await reviveIfDead()
  }

  return {
    does,
    /** Every trouble ends, every job is looked at once more, and all that waits has its time. */
    async comesToRest(): Promise<void> {
      app.life.stepsLeft = Number.POSITIVE_INFINITY
      await does({ kind: 'daemon', standing: 'ready' })
      await does({ kind: 'quiet', on: false })
      for (const job of allIds) await does({ kind: 'look', job })
      await clock.pass(60_000)
    },
    sum() {
      const rows = db
        .prepare("SELECT id, key, job_id, outcome, told_at, told_how FROM notices WHERE kind = 'ended'")
        .all()
        .map(row => Object(row))
      const unheard = (how: unknown) => how === 'no notification service answers'
      const cardsOf = (id: number) => cards.filter(card => card.ids.includes(id))
      const marked = (card: Card) => card.body.includes(perhapsBefore)
      const keys: readonly string[] = rows.map(row => row.key)
      const bad = (fits: (row: { id: number; told_at: unknown; told_how: unknown }) => boolean) =>
        rows.filter(fits).map(row => `${row.key} ${row.told_how}`)
      return {
        ledger: rows.map(row => `${row.job_id} ${row.outcome}`),
        seenEndings: model.told(),
        timesTold: rows.map(row => cardsOf(row.id).length),
        untold: bad(row => row.told_at === null),
        /** Said to be shown, or owed, and never on the screen. */
        lost: [
          ...bad(row => cardsOf(row.id).length === 0 && !unheard(row.told_how)),
          ...[...owed].filter(key => !keys.includes(key)),
        ],
        /** How a job ended in the end is in the ledger, whatever was killed on the way; but for what had ended before. */
        unwritten: [...app.board.jobs()].flatMap(({ ref, job, addedAt }) => {
          if (job === null || job.outcome === null || (job.completedAt ?? '') <= addedAt) return []
          if (model.endedAlike(ref.jobId)) return []
          const key = `c1/${ref.jobId}/${job.epoch}/${job.outcome}`
          return keys.includes(key) ? [] : [key]
        }),
        unmarkedTwice: bad(row => cardsOf(row.id).filter(card => !marked(card)).length > 1),
        tooOften: bad(row => cardsOf(row.id).length > 1 + crashes),
        shownUnwritten,
      }
    },
  }
}
