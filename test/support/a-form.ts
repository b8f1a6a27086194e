import { bearer } from '../../src/shared/connection'
import type { ConnectionForm } from '../../src/shared/ipc'

/** A key that would be found wherever it leaked to. */
export const canaryKey = 'sk-canary-7d1f0b52'

export const aForm = (own: Partial<ConnectionForm> = {}): ConnectionForm => ({
  name: 'Outfitters',
  vendor: 'merchantops',
  baseUrl: 'https://api.example.com',
  organization: '',
  keySending: bearer,
  key: canaryKey,
  ...own,
})
