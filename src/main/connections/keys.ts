import type { ConnectionId, KeyState } from '../../shared/connection'
import { bad, good, type Result } from '../../shared/fault'
import type { Keychain, KeyReading, KeyWriting } from './keychain'

/** The keys in use, in this process's memory alone: read from the keychain once, not for every look. */
export function createKeys(keychain: Keychain) {
  const read = new Map<ConnectionId, Promise<KeyReading>>()
  const session = new Set<ConnectionId>()
  const saved = new Set<ConnectionId>()

  /**
   * The keychain is asked only for keys that were saved and not forgotten: one that a locked keychain would not let go,
   * or that an earlier demo left under the same id, is never used.
   */
  const reading = (id: ConnectionId): Promise<KeyReading> => {
    const known = read.get(id) ?? (saved.has(id) ? keychain.read(id, true) : Promise.resolve({ kind: 'none' } as const))
    read.set(id, known)
    return known
  }

  return {
    /** Tells, at the start, whose keys the keychain should hold. */
    expect(ids: readonly ConnectionId[]): void {
      for (const id of ids) saved.add(id)
    },
    isSaved: (id: ConnectionId): boolean => saved.has(id),
    async state(id: ConnectionId): Promise<KeyState> {
      if (session.has(id)) return 'session-only'
      return keyStates[(await reading(id)).kind]
    },
    async key(id: ConnectionId): Promise<Result<string>> {
      const answer = await reading(id)
      if (answer.kind === 'key') return good(answer.key)
      return bad({
        kind: 'no-key',
        why: answer.kind === 'no-keychain' || answer.kind === 'locked' ? answer.kind : 'none',
      })
    },
    async keep(id: ConnectionId, key: string): Promise<KeyWriting> {
      const written = await keychain.write(id, key)
      if (written.kind === 'kept') {
        saved.add(id)
        session.delete(id)
        read.set(id, Promise.resolve({ kind: 'key', key }))
      }
      return written
    },
    /** By a person's consent, when there is no keychain: gone when the app ends, never on a disk. It replaces a saved one. */
    keepForSession(id: ConnectionId, key: string): void {
      saved.delete(id)
      session.add(id)
      read.set(id, Promise.resolve({ kind: 'key', key }))
    },
    /** It is not used any more in any case; a sentence when it stays in the keychain all the same. */
    async forget(id: ConnectionId): Promise<string | null> {
      const wasSaved = saved.has(id)
      read.delete(id)
      session.delete(id)
      saved.delete(id)
      const { kind } = await keychain.forget(id, wasSaved)
      return kind === 'forgotten' || !wasSaved ? null : stays[kind]
    },
    /** Asks the keychain anew for what it did not give before; keys that are in use stay. */
    async retry(): Promise<void> {
      for (const [id, answer] of [...read]) if ((await answer).kind !== 'key') read.delete(id)
    },
  }
}

export type Keys = ReturnType<typeof createKeys>

const stays = {
  locked: 'Its key is not used any more, but is still in the keychain, which is locked.',
  'no-keychain': 'Its key is not used any more, but may still be in the keychain, which does not answer.',
} as const

const keyStates: Readonly<Record<KeyReading['kind'], KeyState>> = {
  key: 'has-key',
  none: 'no-key',
  locked: 'locked',
  'no-keychain': 'unavailable',
}
