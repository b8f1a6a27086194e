import { expect, test } from 'vitest'
import { createTraffic } from '../../../src/main/connections/traffic'
import { fakeClock } from '../../support/fake-clock'

const counting = (isThere: (id: string) => boolean = () => true) => {
  const clock = fakeClock()
  const told: string[] = []
  const traffic = createTraffic(clock, (id, requests) => {
    if (isThere(id)) told.push(`${id} ${requests}`)
    return isThere(id)
  })
  return { clock, told, traffic }
}

test('the first request of a connection is told within a second, also while another waits for its minute', async () => {
  const { clock, told, traffic } = counting()
  traffic.count('c1')
  await clock.pass(1_000)
  traffic.count('c1')
  traffic.count('c2')
  await clock.pass(1_000)
  expect(told).toEqual(['c1 1', 'c1 2', 'c2 1'])
})

test('later ones are told once a minute, or at once to whoever reads them, and each figure once', async () => {
  const { clock, told, traffic } = counting()
  traffic.count('c1')
  await clock.pass(1_000)
  for (let n = 0; n < 5; n += 1) traffic.count('c1')
  await clock.pass(59_000)
  expect(told).toEqual(['c1 1'])
  traffic.tellNow()
  expect(told).toEqual(['c1 1', 'c1 6'])
  await clock.pass(60_000)
  expect(told).toEqual(['c1 1', 'c1 6'])
})

test('the request that proves a connection counts once the connection is there', async () => {
  const there = new Set<string>()
  const { clock, told, traffic } = counting(id => there.has(id))
  traffic.count('new')
  await clock.pass(5_000)
  expect(told).toEqual([])
  there.add('new')
  traffic.tellNow()
  expect(told).toEqual(['new 1'])
})

test('after an hour without any it is quiet again, and no timer is left', async () => {
  const { clock, told, traffic } = counting()
  traffic.count('c1')
  await clock.pass(62 * 60_000)
  expect(told).toEqual(['c1 1', 'c1 0'])
  expect(clock.pending()).toBe(0)
})
