import { expect, it } from 'vitest'
import { createClock } from '../../src/sandbox/clock'
import { handTime } from './support/hand-time'

it('lets each planned deed see exactly the time it was planned for, in order', () => {
  const time = handTime()
  const clock = createClock(time, 1)
  const start = clock.now()
  const seen: number[] = []
  for (const after of [300, 100, 200]) clock.at(start + after, () => seen.push(clock.now() - start))
  time.pass(1_000)
  expect(seen).toEqual([100, 200, 300])
})

it('runs what a deed plans for a time that has passed already', () => {
  const time = handTime()
  const clock = createClock(time, 1)
  const start = clock.now()
  const seen: string[] = []
  clock.at(start + 100, () => {
    seen.push('first')
    clock.at(start + 150, () => seen.push('planned by the first'))
  })
  time.pass(500)
  expect(seen).toEqual(['first', 'planned by the first'])
})

it('runs ten times as fast at speed 10, and wakes up in time for it', () => {
  const time = handTime()
  const clock = createClock(time, 10)
  const start = clock.now()
  let woken = 0
  clock.at(start + 5_000, () => {
    woken += 1
  })
  time.pass(499)
  expect(woken).toBe(0)
  time.pass(1)
  expect(woken).toBe(1)
  expect(clock.now() - start).toBe(5_000)
})

it('stands still while paused, and moves by steps', () => {
  const time = handTime()
  const clock = createClock(time, 1)
  const start = clock.now()
  let done = false
  clock.at(start + 60_000, () => {
    done = true
  })
  clock.change({ paused: true })
  time.pass(120_000)
  expect([clock.now() - start, done]).toEqual([0, false])
  clock.step(60_000)
  expect([clock.now() - start, done]).toEqual([60_000, true])
})

it('keeps the time that has passed when its speed changes', () => {
  const time = handTime()
  const clock = createClock(time, 2)
  const start = clock.now()
  time.pass(1_000)
  clock.change({ speed: 5 })
  time.pass(1_000)
  expect(clock.now() - start).toBe(7_000)
})

it('tells a skewed time and lives by the true one', () => {
  const clock = createClock(handTime(), 1)
  clock.change({ skew: 600_000 })
  expect(clock.skew()).toBe(600_000)
})

it('runs nothing more once stopped', () => {
  const time = handTime()
  const clock = createClock(time, 1)
  let ran = false
  clock.at(clock.now() + 10, () => {
    ran = true
  })
  clock.stop()
  time.pass(1_000)
  clock.settle()
  expect(ran).toBe(false)
})
