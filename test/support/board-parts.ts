import type { BoardParts } from '../../src/main/watch/board'
import { defaultSettings } from '../../src/shared/settings'

/** What a board is begun with when nothing has happened yet. */
export const someParts = (own: Partial<BoardParts> = {}): BoardParts => ({
  app: { version: '0', mode: 'live', platform: 'linux', hasTray: true },
  connections: [],
  notices: [],
  banners: [],
  settings: defaultSettings,
  posts: [],
  runs: [],
  templates: [],
  ...own,
})
