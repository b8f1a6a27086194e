import type { Clock } from './clock'

/** Between two questions whether the network is back, ms; asked only while a server cannot be reached. */
const askEveryMs = 5_000

export type NetworkHintPorts = {
  readonly clock: Clock
  /** False: no network, as far as the system knows. A hint: with nothing but a VPN or a loopback it may be wrong. */
  readonly isOnline: () => boolean
  readonly onBack: () => void
}

const loopback = /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/

/** Notices that the network is back, for the servers that wait because they could not be reached. */
export function createNetworkHint({ clock, isOnline, onBack }: NetworkHintPorts) {
  const waiting = new Set<string>()
  let wasOnline = true
  let cancel: (() => void) | null = null

  const ask = () => {
    const online = isOnline()
    const isBack = online && !wasOnline
    wasOnline = online
    cancel = waiting.size === 0 ? null : clock.after(askEveryMs, ask)
    if (isBack) onBack()
  }

  return {
    /** A server waits, or does no longer. One on this computer needs no network (trap 10). */
    serverWaits(origin: string, waits: boolean): void {
      if (loopback.test(origin)) return
      if (waits) waiting.add(origin)
      else waiting.delete(origin)
      if (waits && cancel === null) {
        wasOnline = isOnline()
        cancel = clock.after(askEveryMs, ask)
      }
    },
    stop(): void {
      cancel?.()
      cancel = null
      waiting.clear()
    },
  }
}
