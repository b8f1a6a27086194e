import type { KeyState } from './connection'
import type { Fault } from './fault'

/** The fault that a key which is not there will be at the first request; null: it is there, or none is needed. */
export const keyFault = (state: KeyState): Extract<Fault, { kind: 'no-key' }> | null => {
  if (state === 'no-key') return { kind: 'no-key', why: 'none' }
  if (state === 'locked') return { kind: 'no-key', why: 'locked' }
  return state === 'unavailable' ? { kind: 'no-key', why: 'no-keychain' } : null
}
