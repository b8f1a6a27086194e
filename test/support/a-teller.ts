import { type Journal, journalOf } from '../../src/main/journal/journal'
import type { Card } from '../../src/main/telling/cards'
import { createTeller, type Screen } from '../../src/main/telling/teller'
import type { NotShown } from '../../src/main/telling/told'
import { createBoard } from '../../src/main/watch/board'
import type { NoticeDraft } from '../../src/main/watch/notices'
import { defaultSettings, type Settings } from '../../src/shared/settings'
import type { ConnectionView, WatchedJob } from '../../src/shared/snapshot'
import { someParts } from './board-parts'
import { aConnection, aNotice } from './builders'
import { fakeClock } from './fake-clock'
import { journalInMemory } from './journal-in-memory'

export type Standing = Awaited<ReturnType<Screen['standing']>>

type Parts = {
  readonly journal?: Journal
  readonly clock?: ReturnType<typeof fakeClock>
  readonly settings?: Partial<Settings>
  readonly connection?: Partial<ConnectionView>
  readonly jobs?: readonly WatchedJob[]
}

/** A teller over a real journal in memory and a screen that remembers what it showed. */
export function aTeller({ clock = fakeClock(), settings = {}, connection = {}, jobs = [], ...parts }: Parts = {}) {
  const journal = parts.journal ?? journalOf(journalInMemory())
  const board = createBoard(clock, {
    ...someParts({ connections: [aConnection(connection)], settings: { ...defaultSettings, ...settings } }),
    notices: journal.notices.newest(200),
    jobs,
  })
  const cards: Card[] = []
  const withdrawn: number[] = []
  const troubles: unknown[] = []
  const screen: { standing: Standing; answer: 'shown' | NotShown } = { standing: 'ready', answer: 'shown' }
  let made = journal.notices.newest(1)[0]?.id ?? 0
  const change = (patch: Partial<Settings>) => {
    board.put({ settings: { ...board.settings(), ...patch } })
    teller.reconsider()
  }
  const teller = createTeller({
    board,
    ledger: journal.notices,
    clock,
    screen: {
      standing: async () => screen.standing,
      async show(card, sent) {
        if (screen.answer === 'shown') cards.push(card)
        sent()
        return screen.answer
      },
      withdraw: ids => void withdrawn.push(...ids),
    },
    endSnooze: () => change({ snoozedUntil: null }),
    trouble: (_where, error) => troubles.push(error),
  })
  /** Writes so many down and hands them over, as the watcher does. */
  const decide = (many: number, own: Partial<NoticeDraft> = {}) => {
    const notices = Array.from({ length: many }, () => {
      made += 1
      const draft = {
        ...aNotice(),
        ref: { connectionId: 'c1', jobId: `enrichment-${made}` },
        ...own,
        key: `key-${made}`,
      }
      return journal.notices.decide({ ...draft, title: own.title ?? `Notice ${made}` }, clock.wall())
    }).filter(notice => notice !== null)
    board.addNotices(notices)
    teller.announce(notices)
  }
  return {
    ...teller,
    teller,
    decide,
    change,
    cards,
    withdrawn,
    titles: () => cards.map(({ title }) => title),
    journal,
    board,
    clock,
    screen,
    troubles,
  }
}

/** What the ledger says became of each notice, oldest first; null: untold. */
const toldHow = (db: { prepare(statement: string): { all(): unknown[] } }): readonly unknown[] =>
  db
    .prepare('SELECT told_how FROM notices WHERE told_at IS NOT NULL ORDER BY id')
    .all()
    .map(row => Reflect.get(Object(row), 'told_how'))

/** With the database itself, to see what was written of each notice. */
export function withLedger(parts: Omit<Parts, 'journal'> = {}) {
  const db = journalInMemory()
  return { ...aTeller({ journal: journalOf(db), ...parts }), db, how: () => toldHow(db) }
}
