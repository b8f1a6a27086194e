import { onTestFinished } from 'vitest'
import { createHttp } from '../../src/main/apis/http'
import { createDesk, type DeskPorts } from '../../src/main/connections/desk'
import { firstView } from '../../src/main/connections/first-view'
import { createKeys } from '../../src/main/connections/keys'
import type { Db } from '../../src/main/journal/db'
import { journalOf } from '../../src/main/journal/journal'
import { createBoard } from '../../src/main/watch/board'
import type { ConnectionView } from '../../src/shared/snapshot'
import { someParts } from './board-parts'
import { fakeClock } from './fake-clock'
import { journalInMemory } from './journal-in-memory'
import { type KeychainTwin, keychainTwin } from './keychain-twin'

type Parts = { readonly keychain?: KeychainTwin; readonly db?: Db; readonly table?: DeskPorts['table'] }

/** A desk over a real journal and the real HTTP client, with a keychain in memory. The same parts again: a restart. */
export async function aDesk({ keychain = keychainTwin(), db = journalInMemory(), table }: Parts = {}) {
  const clock = fakeClock()
  const journal = journalOf(db)
  const stored = journal.connections.all()
  const board = createBoard(clock, { ...someParts({ connections: stored.map(firstView) }), jobs: journal.jobs.all() })
  const { http, close } = createHttp({ version: '0' })
  onTestFinished(close)
  const ready: string[] = []
  let made = stored.length
  const desk = createDesk({
    board,
    table: table ?? journal.connections,
    keys: createKeys(keychain),
    http,
    clock,
    newId() {
      made += 1
      return `c${made}`
    },
    onRequest: () => undefined,
    onUnproved: () => undefined,
    onReady: id => ready.push(id),
  })
  await desk.open(stored)
  return {
    desk,
    board,
    clock,
    db,
    journal,
    keychain,
    ready,
    connections: () => board.parts().connections,
    only: (): ConnectionView => theOne(board.parts().connections),
    /** All that is written down, as text. */
    written: () =>
      JSON.stringify(['connections', 'jobs', 'notices'].map(name => db.prepare(`SELECT * FROM ${name}`).all())),
  }
}

export type ADesk = Awaited<ReturnType<typeof aDesk>>

function theOne<T>(list: readonly T[]): T {
  const [one] = list
  if (one === undefined || list.length > 1) throw new Error(`expected one, got ${list.length}`)
  return one
}
