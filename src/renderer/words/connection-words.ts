import type { ConnectionDraft, KeySending, KeyState } from '../../shared/connection'
import { assertNever } from '../../shared/fault'

export function keyStateText(state: KeyState): string {
  switch (state) {
    case 'has-key':
      return 'Key in the keychain'
    case 'no-key':
      return 'No key'
    case 'not-needed':
      return 'No key needed'
    case 'locked':
      return 'Keychain locked'
    case 'unavailable':
      return 'No keychain'
    case 'session-only':
      return 'Key for this session only'
    default:
      return assertNever(state)
  }
}

export function keySendingText(sending: KeySending): string {
  switch (sending.kind) {
    case 'header':
      return sending.prefix === '' ? `Header ${sending.name}` : `${sending.name}: ${sending.prefix}`
    case 'session-cookie':
      return 'Session cookie'
    case 'none':
      return 'No key'
    default:
      return assertNever(sending)
  }
}

/** The address without its scheme, as one says it; http stays visible because it is the exception. */
export const addressText = ({ baseUrl }: Pick<ConnectionDraft, 'baseUrl'>): string => baseUrl.replace(/^https:\/\//, '')
