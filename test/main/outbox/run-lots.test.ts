import { describe, expect, it } from 'vitest'
import type { RunOrder } from '../../../src/shared/outbox'
import { anOutbox, ref } from './an-outbox'

const id = '00000000-0000-4000-8000-00000000cccc'
const many = 2_000
const inputs = Array.from({ length: many }, (_, index) => ({
  error: { entityKey: `SKU-${index}`, entityType: 'product', errorType: 'missing_gtin', message: 'No GTIN' },
}))
const order: RunOrder = { id, ref, label: 'errors.csv', inputs }

/** A run that is in line and waits, and from then on others have their turn whenever they are offered it. */
async function aLongRun() {
  let step = 0
  let now = 0
  const monotonic = () => {
    now += step
    return now
  }
  const world = anOutbox({ before: clock => void Object.assign(clock, { monotonic }) })
  // Nobody answers, so that no more than the first of them goes.
  world.gates.push(() => new Promise<void>(() => undefined))
  await world.outbox.runs.change({ kind: 'begin', order })
  await world.clock.pass(1_000)
  step = 1_000
  return world
}

/** The turns that others have until it is over, in each of which they do this. */
async function turnsUntil(act: Promise<unknown>, meanwhile: () => void = () => undefined): Promise<number> {
  let over = false
  const end = act.finally(() => {
    over = true
  })
  let turns = 0
  for (; !over; turns += 1) {
    meanwhile()
    await new Promise(resolve => setImmediate(resolve))
  }
  await end
  return turns
}

describe('a run of thousands', () => {
  it('is stopped in lots, and shown as stopped from the first on', async () => {
    const { outbox, board, asked } = await aLongRun()
    const seen = new Set<string>()
    const stopped = outbox.runs.change({ kind: 'stop', id })
    const turns = await turnsUntil(stopped, () => seen.add(board.parts().runs[0]?.state ?? ''))
    expect(turns).toBeGreaterThan(5)
    expect([...seen]).toEqual(['stopped'])
    expect((await stopped).counts).toMatchObject({ waiting: 0, sending: 1, dropped: many - 1 })
    expect(asked.filter(word => word.startsWith('post'))).toHaveLength(1)
  })

  it('is not forgotten while it is being stopped', async () => {
    const { outbox } = await aLongRun()
    const stopped = outbox.runs.change({ kind: 'stop', id })
    await expect(outbox.runs.change({ kind: 'forget', id })).rejects.toThrow('not over')
    expect((await stopped).counts).toMatchObject({ waiting: 0 })
  })

  it('that a kill found half stopped is stopped by the next start, and sends nothing (fault 51)', async () => {
    const first = await aLongRun()
    // As the kill leaves it: the first lot is given up, the rest waits.
    first.outbox.stop()
    first.journal.runs.update(id, 'stopped', null)
    first.journal.posts.giveUpSome(id, first.clock.wall(), 200)
    const second = anOutbox({ db: first.db })
    await expect.poll(() => second.journal.runs.get(id)?.counts.waiting).toBe(0)
    await second.clock.pass(60_000)
    expect(second.asked.filter(word => word.startsWith('post'))).toEqual([])
    expect(second.board.parts().runs).toMatchObject([{ state: 'stopped', counts: { dropped: many - 1, unknown: 1 } }])
  })

  it('gives back what was not sent in lots, whole and in its order', async () => {
    const { outbox } = await aLongRun()
    await outbox.runs.change({ kind: 'stop', id })
    const read = outbox.runs.unsent(id)
    expect(await turnsUntil(read)).toBeGreaterThan(5)
    expect((await read).map(({ input }) => input)).toEqual(inputs)
  })

  it('does not give back what was sent while the others were read', async () => {
    const { outbox, journal } = await aLongRun()
    const last = journal.posts.get(`${id}/${many}`)
    if (last === null) throw new Error('The last one is in line')
    const read = outbox.runs.unsent(id)
    journal.posts.put({ ...last, post: { ...last.post, state: 'sent' } })
    expect((await read).map(({ input }) => input)).toEqual(inputs.slice(0, -1))
  })
})
