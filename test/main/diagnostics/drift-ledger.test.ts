import { describe, expect, it } from 'vitest'
import { createDriftLedger } from '../../../src/main/diagnostics/drift-ledger'
import { journalOf } from '../../../src/main/journal/journal'
import { aConnection } from '../../support/builders'
import { fakeClock } from '../../support/fake-clock'
import { journalInMemory } from '../../support/journal-in-memory'

function aLedger() {
  const db = journalInMemory()
  const journal = journalOf(db)
  journal.connections.save(aConnection(), true)
  const clock = fakeClock()
  const troubles: unknown[] = []
  const open = () => createDriftLedger({ table: journal.drift, clock, trouble: (_, error) => troubles.push(error) })
  return { db, journal, clock, troubles, open }
}
const priority = { kind: 'unknown-field', name: 'priority' } as const
const napping = { kind: 'unknown-status', name: 'napping' } as const

describe('the ledger of drift', () => {
  it('keeps when a thing was first seen, and counts, newest find first', async () => {
    const { clock, open } = aLedger()
    const ledger = open()
    ledger.note('c1', [priority])
    await clock.pass(60_000)
    ledger.note('c1', [priority, napping])
    expect(ledger.all()).toMatchObject([
      { ...napping, connectionId: 'c1', count: 1 },
      { ...priority, count: 2, firstSeen: '2026-03-02T12:00:00.000Z', lastSeen: '2026-03-02T12:01:00.000Z' },
    ])
  })

  it('outlives a restart: a find at once, its count when the app ends', () => {
    const { journal, open } = aLedger()
    const ledger = open()
    for (let time = 0; time < 5; time += 1) ledger.note('c1', [priority])
    expect(journal.drift.all()).toMatchObject([{ count: 1 }])
    ledger.flush()
    const next = open()
    next.note('c1', [priority])
    expect(next.all()).toMatchObject([{ count: 6 }])
  })

  it('is bounded, and says how much it left out', () => {
    const { open } = aLedger()
    const ledger = open()
    for (let nth = 0; nth < 250; nth += 1) ledger.note('c1', [{ kind: 'unknown-field', name: `f${nth}` }])
    expect([ledger.all().length, ledger.leftOut()]).toEqual([200, 50])
  })

  it('goes on counting on a full disk, and writes it down later', () => {
    const { db, journal, troubles, open } = aLedger()
    const ledger = open()
    db.exec('PRAGMA query_only = ON')
    ledger.note('c1', [priority])
    expect([ledger.all().length, troubles.length]).toEqual([1, 1])
    db.exec('PRAGMA query_only = OFF')
    ledger.flush()
    expect(journal.drift.all()).toHaveLength(1)
  })
})
