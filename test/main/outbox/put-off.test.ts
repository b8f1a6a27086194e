import { describe, expect, it } from 'vitest'
import { bad, type Fault } from '../../../src/shared/fault'
import { settle } from '../../support/fake-clock'
import { aCreation, anOutbox, aReport, notConnected } from './an-outbox'

const moved: Fault = { kind: 'moved', status: 307, toOrigin: 'https://else.example' }

const putOffBy = async (fault: Fault) => {
  const all = anOutbox({ answers: { looks: [bad(fault)] } })
  const order = aReport({ stage: 'a' })
  all.outbox.put(order, 'send')
  await settle()
  return { ...all, order }
}

describe('a post that was put off', () => {
  it('is tried in time although the clock of the computer is set back meanwhile', async () => {
    const { order, stored, clock } = await putOffBy(notConnected)
    clock.shiftWall(-24 * 3_600_000)
    await clock.pass(2_000)
    expect(stored(order.id)?.state).toBe('sent')
  })

  it('is tried within an hour of a start with a clock that was set back', async () => {
    const { outbox, order, db } = await putOffBy(moved)
    outbox.stop()
    const again = anOutbox({ db, before: clock => clock.shiftWall(-24 * 3_600_000) })
    await again.clock.pass(3_600_000)
    expect(again.stored(order.id)?.state).toBe('sent')
  })

  it('goes when the journal can be read again, and until then nothing ends the app', async () => {
    const { order, db, stored, clock, troubles } = await putOffBy(notConnected)
    db.exec('ALTER TABLE posts RENAME TO posts_away')
    await clock.pass(15_000)
    expect(troubles.length).toBeGreaterThan(0)
    db.exec('ALTER TABLE posts_away RENAME TO posts')
    await clock.pass(15_000)
    expect(stored(order.id)?.state).toBe('sent')
  })

  it('waits after a start without the keychain for the key, as each post of the connection, whatever it met before (fault 32)', async () => {
    const { outbox, order, db } = await putOffBy(notConnected)
    const other = aCreation()
    outbox.put(other, 'send')
    outbox.stop()
    const again = anOutbox({ db, keyState: 'locked' })
    await settle()
    for (const { id } of [order, other]) {
      expect(again.stored(id)).toMatchObject({
        state: 'waiting',
        fault: { kind: 'no-key', why: 'locked' },
        nextTryAt: null,
      })
    }
    expect(again.asked).toEqual([])
    const connection = again.board.connection('c1')
    if (connection !== undefined) again.board.putConnection({ ...connection, keyState: 'has-key' })
    again.outbox.retry('c1')
    await settle()
    expect(again.stored(order.id)?.state).toBe('sent')
  })
})

it('a post goes, and is known to have arrived, although the watcher stumbles over what it shows', async () => {
  const { outbox, db, clock, stored, troubles, asked } = anOutbox()
  await clock.pass(5_000)
  // Where a job moved from is read from there.
  db.exec('ALTER TABLE timeline RENAME TO timeline_away')
  const order = aReport({ stage: 'a' })
  outbox.put(order, 'send')
  await settle()
  expect(troubles.length).toBeGreaterThan(0)
  expect(stored(order.id)?.state).toBe('sent')
  expect(asked.filter(word => word.startsWith('post'))).toHaveLength(1)
})
