import { expect, it } from 'vitest'
import { createSurroundings } from '../../../src/main/watch/surroundings'

const ref = { connectionId: 'c1', jobId: 'a' }

it.each([
  [{}, false, ['window hidden'], null],
  [{ windowVisible: true }, true, [], ref],
  [{ windowVisible: true, onBattery: true }, true, ['on battery'], ref],
  [{ windowVisible: true, screenLocked: true }, false, ['screen locked'], null],
] as const)('%j: in view %s, spared by %j', (now, inView, sparedBy, open) => {
  const surroundings = createSurroundings(() => 'brisk')
  surroundings.set({ lookingAt: ref, ...now })
  expect(surroundings.around()).toEqual({ pace: 'brisk', inView, sparing: sparedBy.length > 0 })
  expect(surroundings.sparedBy()).toEqual(sparedBy)
  expect(surroundings.openJob()).toEqual(open)
})

it('only what changes the pace of all jobs is a change', () => {
  const surroundings = createSurroundings(() => 'normal')
  const changes = [{ lookingAt: ref }, { windowVisible: false }, { windowVisible: true }, { onBattery: true }, {}]
  expect(changes.map(change => surroundings.set(change))).toEqual([false, false, true, true, false])
})
