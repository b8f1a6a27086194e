import type { ConnectionId } from '../shared/connection'
import type { Settings } from '../shared/settings'
import type { HttpPort } from './apis/jobs-api'
import type { Keychain } from './connections/keychain'
import type { SavingPorts } from './issues/issues'
import type { Network } from './network'
import type { Memory } from './remember'
import type { Teller } from './telling/teller'
import type { Clock } from './watch/clock'

/** What the engine is given from outside: everything with a screen, a keychain or a network in it. */
export type EnginePorts = {
  readonly memory: Memory
  readonly keychain: Keychain
  readonly http: HttpPort
  readonly network: Pick<Network, 'trust' | 'probes' | 'proxyFor'>
  readonly clock: Clock
  /** 0 to 1. */
  readonly random: () => number
  /** Whether the system knows of a network: a hint. */
  readonly isOnline: () => boolean
  readonly newId: () => ConnectionId
  /** See `WatcherPorts`. */
  readonly stallsAfterMs?: number
  /** See `Circumstances`. */
  readonly stalledLookMs?: number
  readonly teller: Pick<Teller, 'announce' | 'withdraw' | 'resume' | 'reconsider' | 'stop'>
  readonly trouble: (where: string, error: unknown) => void
  /** How files are saved; absent without a screen. */
  readonly saving?: SavingPorts
  readonly applyTheme: (theme: Settings['theme']) => void
  readonly launchAtLogin: (on: boolean) => void
  readonly switchMode: (mode: 'demo' | 'live') => void
  readonly quit: () => void
}
