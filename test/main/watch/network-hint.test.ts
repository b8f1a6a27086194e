import { expect, it } from 'vitest'
import { createNetworkHint } from '../../../src/main/watch/network-hint'
import { fakeClock } from '../../support/fake-clock'

function aHint(online: boolean) {
  const clock = fakeClock()
  const net = { online, asked: 0, back: 0 }
  const hint = createNetworkHint({
    clock,
    isOnline: () => {
      net.asked += 1
      return net.online
    },
    onBack: () => {
      net.back += 1
    },
  })
  return { clock, net, hint }
}

it('the network that comes back while a server waits is noticed within five seconds, once (fault 26)', async () => {
  const { clock, net, hint } = aHint(false)
  hint.serverWaits('https://api.example.com', true)
  await clock.pass(60_000)
  net.online = true
  await clock.pass(5_000)
  expect(net.back).toBe(1)
  await clock.pass(60_000)
  expect(net.back).toBe(1)
})

it('nothing is asked while no server waits, nor when the one that waits is on this computer (fault 26)', async () => {
  const { clock, net, hint } = aHint(false)
  for (const here of ['http://localhost:8080', 'http://127.0.0.1:1', 'http://[::1]:9']) hint.serverWaits(here, true)
  await clock.pass(60_000)
  expect([net.asked, clock.pending()]).toEqual([0, 0])
  hint.serverWaits('https://api.example.com', true)
  hint.serverWaits('https://api.example.com', false)
  await clock.pass(60_000)
  expect(clock.pending()).toBe(0)
})
