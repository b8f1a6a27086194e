import { expect, test } from 'vitest'
import { createRevival } from '../../../src/main/shell/revival'

const minute = 60_000

test('the window is loaded again three times in five minutes, and no fourth time (fault 41)', () => {
  let now = 0
  const revival = createRevival(() => now)
  expect([revival.mayReload(), revival.mayReload(), revival.mayReload()]).toEqual([true, true, true])
  now = 5 * minute - 1
  expect(revival.mayReload()).toBe(false)
  now = 5 * minute
  expect(revival.mayReload()).toBe(true)
})

test('a refused time does not count, so that patience is not punished', () => {
  let now = 0
  const revival = createRevival(() => now)
  for (let time = 0; time < 10; time += 1) revival.mayReload()
  now = 5 * minute
  expect(revival.mayReload()).toBe(true)
})

test('a person who wants it again gets it', () => {
  const revival = createRevival(() => 0)
  while (revival.mayReload());
  revival.forgive()
  expect(revival.mayReload()).toBe(true)
})
