import type { RequestHandlers } from '../../shared/ipc'
import type { Settings } from '../../shared/settings'
import type { Journal } from '../journal/journal'
import type { Board } from '../watch/board'

export type AppRequestPorts = {
  readonly board: Board
  readonly notices: Pick<Journal['notices'], 'markSeen'>
  /** Writes the preferences down; a sentence when that failed. */
  readonly keepSettings: (settings: Settings) => string | null
  /** Called after every change of the settings. */
  readonly applySettings: (settings: Settings) => void
  readonly switchMode: (mode: 'demo' | 'live') => void
  readonly quit: () => void
}

type Names = 'state:read' | 'settings:change' | 'notices:mark-seen' | 'app:switch-mode' | 'app:quit'

export function appRequests({ board, notices, keepSettings, applySettings, switchMode, quit }: AppRequestPorts) {
  return {
    'state:read': async () => board.snapshot(),
    async 'settings:change'(patch) {
      const present = board.settings()
      const settings: Settings = {
        pollSeconds: patch.pollSeconds ?? present.pollSeconds,
        paused: patch.paused ?? present.paused,
        theme: patch.theme ?? present.theme,
      }
      const trouble = keepSettings(settings)
      board.put({ settings })
      if (trouble === null) board.lower('settings')
      else board.raise({ id: 'settings', tone: 'warning', text: trouble, act: null })
      applySettings(settings)
      return settings
    },
    async 'notices:mark-seen'(ids) {
      notices.markSeen(ids)
      const seen = new Set(ids === 'all' ? [] : ids)
      board.put({
        notices: board
          .parts()
          .notices.map(notice => (ids === 'all' || seen.has(notice.id) ? { ...notice, seen: true } : notice)),
      })
    },
    'app:switch-mode': async mode => switchMode(mode),
    'app:quit': async () => quit(),
  } satisfies Pick<RequestHandlers, Names>
}
