import { expect, it } from 'vitest'
import type { RunOrder } from '../../../src/shared/outbox'
import type { fakeClock } from '../../support/fake-clock'
import { settle } from '../../support/fake-clock'
import { anOutbox, ref } from './an-outbox'

const order: RunOrder = {
  id: '00000000-0000-4000-8000-00000000bbbb',
  ref,
  label: 'errors.csv',
  inputs: Array.from({ length: 5_000 }, (_, index) => ({
    error: { entityKey: `SKU-${index}`, entityType: 'product', errorType: 'missing_gtin', message: 'No GTIN' },
  })),
}
const begin = { kind: 'begin', order } as const

/** By a clock that goes on, so that it can be seen when others have their turn. */
const before = (clock: ReturnType<typeof fakeClock>) =>
  void Object.assign(clock, { monotonic: () => performance.now() })

/** Nobody answers, so that no more than one of them goes. */
const mute = () => new Promise<void>(() => undefined)

it('thousands of reports are put in line while everything else goes on', async () => {
  const { outbox, gates } = anOutbox({ before })
  gates.push(mute)
  let over = false
  const begun = outbox.runs.change(begin).finally(() => {
    over = true
  })
  let turns = 0
  for (; !over; turns += 1) await settle()
  expect((await begun).counts).toMatchObject({ waiting: 5_000 })
  expect(turns).toBeGreaterThan(5)
})

it('nothing of a run is sent or shown before all of it is in line', async () => {
  const { outbox, gates, asked, journal, board } = anOutbox({ before })
  gates.push(mute)
  const begun = outbox.runs.change(begin)
  const again = outbox.runs.change(begin)
  while (journal.posts.lanes().length === 0) await settle()
  expect([asked, journal.runs.all(), board.parts().runs]).toEqual([[], [], []])
  expect((await again).id).toBe((await begun).id)
  expect(journal.runs.all()).toHaveLength(1)
})

it('a kill in the middle leaves no part of a run behind, for nobody was told that it was begun (fault 51)', async () => {
  const first = anOutbox({ before })
  const begun = first.outbox.runs.change(begin)
  while (first.journal.posts.lanes().length === 0) await settle()
  first.outbox.stop()
  const second = anOutbox({ db: first.db, before })
  await expect(begun).rejects.toThrow()
  await settle()
  expect(second.asked).toEqual([])
  expect([second.journal.runs.all(), second.journal.posts.lanes()]).toEqual([[], []])
})

it('a disk that refuses in the middle leaves no part of a run behind, and it can be begun again', async () => {
  const { outbox, gates, journal, db } = anOutbox({ before })
  gates.push(mute)
  db.exec(`CREATE TRIGGER full BEFORE INSERT ON posts WHEN NEW.place > 1000
    BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`)
  await expect(outbox.runs.change(begin)).rejects.toThrow('full')
  expect([journal.runs.all(), journal.posts.lanes()]).toEqual([[], []])
  db.exec('DROP TRIGGER full')
  expect((await outbox.runs.change(begin)).counts).toMatchObject({ waiting: 5_000 })
})
