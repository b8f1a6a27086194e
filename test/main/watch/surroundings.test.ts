import { expect, it } from 'vitest'
import { createSurroundings } from '../../../src/main/watch/surroundings'

const ref = { connectionId: 'c1', jobId: 'a' }

it.each([
  [{}, false, true, null],
  [{ windowVisible: true }, true, false, ref],
  [{ windowVisible: true, onBattery: true }, true, true, ref],
  [{ windowVisible: true, screenLocked: true }, false, true, null],
] as const)('%j: in view %s, sparing %s', (now, inView, sparing, open) => {
  const surroundings = createSurroundings(() => 'brisk')
  surroundings.set({ lookingAt: ref, ...now })
  expect(surroundings.around()).toEqual({ pace: 'brisk', inView, sparing })
  expect(surroundings.openJob()).toEqual(open)
})

it('only what changes the pace of all jobs is a change', () => {
  const surroundings = createSurroundings(() => 'normal')
  const changes = [{ lookingAt: ref }, { windowVisible: false }, { windowVisible: true }, { onBattery: true }, {}]
  expect(changes.map(change => surroundings.set(change))).toEqual([false, false, true, true, false])
})
