import { onTestFinished } from 'vitest'
import { createEngine } from '../../src/main/engine'
import { journalOf } from '../../src/main/journal/journal'
import { openNetwork } from '../../src/main/network'
import { createBoard } from '../../src/main/watch/board'
import type { Clock } from '../../src/main/watch/clock'
import { someParts } from './board-parts'
import { journalInMemory } from './journal-in-memory'
import { keychainTwin } from './keychain-twin'

/** Everything but the screen, over real HTTP, with a keychain in memory. */
export async function aLivingEngine(clock: Clock, idsBeginWith = 'c') {
  const journal = journalOf(journalInMemory())
  const board = createBoard(clock, { ...someParts(), jobs: [] })
  const network = openNetwork({ version: '0', proxyFor: async () => null })
  const troubles: unknown[] = []
  let made = 0
  const engine = createEngine({
    memory: { board, journal, stored: [], saveSettings: () => null, close: () => undefined },
    keychain: keychainTwin(),
    http: network.http,
    network,
    clock,
    random: () => 0.5,
    isOnline: () => true,
    newId() {
      made += 1
      return `${idsBeginWith}${made}`
    },
    teller: {
      announce: () => undefined,
      withdraw: () => undefined,
      resume: () => undefined,
      reconsider: () => undefined,
      stop: () => undefined,
    },
    trouble: (_where, error) => troubles.push(error),
    applyTheme: () => undefined,
    launchAtLogin: () => undefined,
    switchMode: () => undefined,
    quit: () => undefined,
  })
  await engine.start()
  onTestFinished(async () => {
    engine.stop()
    await network.close()
  })
  return { ...engine, board, journal, troubles }
}
