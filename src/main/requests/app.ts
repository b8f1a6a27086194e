import type { RequestHandlers } from '../../shared/ipc'
import { type Settings, type SettingsPatch, settingsSchema } from '../../shared/settings'
import type { Journal } from '../journal/journal'
import type { Board } from '../watch/board'
import { Refusal } from './answer'

export type AppRequestPorts = {
  readonly board: Board
  readonly notices: Pick<Journal['notices'], 'markSeen'>
  /** Writes the preferences down; a sentence when that failed. */
  readonly keepSettings: (settings: Settings) => string | null
  /** Trusts the authorities in a file from now on; a sentence when the file cannot be used. */
  readonly trust: (caFile: string | null) => Promise<string | null>
  /** Called after every change of the settings. */
  readonly applySettings: (settings: Settings) => void
  /** Brings the figures of requests up to this moment. */
  readonly countRequests: () => void
  readonly switchMode: (mode: 'demo' | 'live') => void
  readonly quit: () => void
}

/** Raised at the start when the file of certificate authorities cannot be used any more. */
export const caFileBanner = 'ca-file'

type Names = 'state:read' | 'state:text' | 'settings:change' | 'notices:mark-seen' | 'app:switch-mode' | 'app:quit'

export function appRequests({
  board,
  notices,
  keepSettings,
  applySettings,
  trust,
  countRequests,
  switchMode,
  quit,
}: AppRequestPorts) {
  return {
    async 'state:read'() {
      countRequests()
      return board.snapshot()
    },
    'state:text': async () => JSON.stringify(board.snapshot()),
    async 'settings:change'(patch) {
      const refusal = patch.caFile === undefined ? null : await trust(patch.caFile)
      if (refusal !== null) throw new Refusal(refusal)
      if (patch.caFile !== undefined) board.lower(caFileBanner)
      const settings = settingsSchema.parse({ ...board.settings(), ...withoutAbsent(patch) })
      const trouble = keepSettings(settings)
      board.put({ settings })
      if (trouble === null) board.lower('settings')
      else board.raise({ id: 'settings', tone: 'warning', text: trouble, act: null })
      applySettings(settings)
      return settings
    },
    async 'notices:mark-seen'(ids) {
      notices.markSeen(ids)
      board.markSeen(ids)
    },
    'app:switch-mode': async mode => switchMode(mode),
    'app:quit': async () => quit(),
  } satisfies Pick<RequestHandlers, Names>
}

const withoutAbsent = (patch: SettingsPatch): object =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
