import type { ConnectionView } from '../../shared/snapshot'
import type { StoredConnection } from '../journal/connections'

/** As a connection looks before the keychain has been asked. */
export const firstView = ({ connection, choices, keySaved }: StoredConnection): ConnectionView => ({
  ...connection,
  ...choices,
  keyState: connection.keySending.kind === 'none' ? 'not-needed' : keySaved ? 'has-key' : 'no-key',
  fault: null,
})
