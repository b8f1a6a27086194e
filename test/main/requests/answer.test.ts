import { describe, expect, it } from 'vitest'
import { answer, isRequestName, Refusal } from '../../../src/main/requests/answer'
import type { RequestHandlers } from '../../../src/shared/ipc'
import { anEngine } from '../../support/an-engine'

/** Handlers of which one does as it is told. */
async function answering(act: RequestHandlers['app:quit']) {
  const { handlers } = await anEngine()
  const troubles: unknown[] = []
  const told = await answer({ ...handlers, 'app:quit': act }, 'app:quit', [], (_name, error) => troubles.push(error))
  return { told, troubles }
}

const failing = (error: unknown) =>
  answering(async () => {
    throw error
  })

describe('a request', () => {
  it.each(['', 'nonsense', 'toString', '__proto__', 'constructor', 'state:read '])(
    'of a name that does not exist is none: %j',
    async name => {
      const { ask } = await anEngine()
      expect(isRequestName(name)).toBe(false)
      expect(await ask(name)).toEqual({ ok: false, message: 'This is not a request.' })
    },
  )

  it.each([
    ['state:read', [1]],
    ['jobs:watch', []],
    ['jobs:watch', ['c1', 7]],
    ['connections:save', [null, {}, false]],
    ['settings:change', [{ theme: 'blue' }]],
    ['app:quit', ['now']],
  ])('that is not well formed reaches no handler: %s %j', async (name, args) => {
    const { ask, acts, troubles } = await anEngine()
    expect(await ask(name, ...args)).toEqual({ ok: false, message: `The request ${name} is not well formed.` })
    expect([acts.filter(act => act === 'quit'), troubles]).toEqual([[], []])
  })

  it.each([null, undefined, 'x', 7, {}, { length: 1 }, [[]]])(
    'without a list of arguments is not well formed: %j',
    async args => {
      const { handlers } = await anEngine()
      expect(await answer(handlers, 'jobs:watch', args, () => undefined)).toMatchObject({ ok: false })
    },
  )

  it('that a handler refuses is answered by its sentence, and is no trouble', async () => {
    expect(await failing(new Refusal('This connection is not there any more.'))).toEqual({
      told: { ok: false, message: 'This connection is not there any more.' },
      troubles: [],
    })
  })

  it.each([
    new Error('secret path /home/ada/.config'),
    new TypeError("Cannot read properties of undefined (reading 'x')"),
    'just a text',
    undefined,
    { message: 'an object' },
  ])('that fails is answered without a word of what failed, and the log has it all: %s', async error => {
    const { told, troubles } = await failing(error)
    expect(told).toEqual({ ok: false, message: 'This did not work. The log says why.' })
    expect(troubles).toEqual([error])
  })

  it.each([
    Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }),
    new Error('database or disk is full'),
    Object.assign(new Error('write failed'), { code: 'SQLITE_FULL' }),
    Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
  ])('that the disk has no room for says so, and what to do: %s', async error => {
    expect((await failing(error)).told).toEqual({
      ok: false,
      message: 'The disk is full, so this could not be saved. Make room and try again.',
    })
  })
})

it('a full disk is told to the person who adds a job, and the list stays as it was', async () => {
  const { ask, db, board } = await anEngine()
  db.exec('PRAGMA max_page_count = 1')
  const ids = Array.from({ length: 2_000 }, (_, index) => `enrichment-${index}`)
  expect(await ask('jobs:watch', 'c1', ids.join('\n'))).toEqual({
    ok: false,
    message: 'The disk is full, so this could not be saved. Make room and try again.',
  })
  expect([...board.jobs()]).toEqual([])
})
