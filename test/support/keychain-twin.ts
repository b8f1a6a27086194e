import type { Keychain, KeyReading } from '../../src/main/connections/keychain'

export type KeychainState = 'open' | 'locked' | 'absent'

/** The OS keychain in memory. `become` locks it, opens it or takes it away; `held` is what it holds. */
export function keychainTwin(state: KeychainState = 'open') {
  const held = new Map<string, string>()
  const reads: string[] = []
  let now = state

  const refusal = (): Extract<KeyReading, { kind: 'locked' | 'no-keychain' }> | null => {
    if (now === 'open') return null
    return now === 'locked' ? { kind: 'locked' } : { kind: 'no-keychain', why: 'not provided by any .service files' }
  }

  return {
    held,
    /** The accounts that were asked for, in order. */
    reads,
    become(next: KeychainState): void {
      now = next
    },
    async read(account, _expected) {
      reads.push(account)
      const key = held.get(account)
      return refusal() ?? (key === undefined ? { kind: 'none' } : { kind: 'key', key })
    },
    async write(account, key) {
      const refused = refusal()
      if (refused === null) held.set(account, key)
      return refused ?? { kind: 'kept' }
    },
    /** As the real one: a locked keychain keeps what it has. */
    async forget(account, _expected) {
      const refused = refusal()
      if (refused === null) held.delete(account)
      return refused ?? { kind: 'forgotten' }
    },
  } satisfies Keychain & Record<string, unknown>
}

export type KeychainTwin = ReturnType<typeof keychainTwin>
