import { defaultSettings } from '../../../src/shared/settings'
import type { Snapshot } from '../../../src/shared/snapshot'

export const aSnapshot = (own: Partial<Snapshot> = {}): Snapshot => ({
  version: 1,
  app: { version: '0.1.0', mode: 'live', platform: 'linux', hasTray: true },
  connections: [],
  jobs: [],
  notices: [],
  banners: [],
  settings: defaultSettings,
  posts: [],
  runs: [],
  templates: [],
  ...own,
})
