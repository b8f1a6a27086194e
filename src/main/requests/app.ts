import type { RequestHandlers } from '../../shared/ipc'
import { type Settings, type SettingsPatch, settingsSchema } from '../../shared/settings'
import type { Journal } from '../journal/journal'
import type { Board } from '../watch/board'
import { Refusal } from './answer'

export type AppRequestPorts = {
  readonly board: Board
  readonly notices: Pick<Journal['notices'], 'markSeen' | 'markUnseen'>
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

type Names =
  | 'state:read'
  | 'state:text'
  | 'settings:change'
  | 'notices:mark-seen'
  | 'notices:mark-unseen'
  | 'app:switch-mode'
  | 'app:quit'

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
    'state:text': async () => board.takeText(),
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
      const marked = notices.markSeen(ids)
      board.markSeen(ids)
      return marked
    },
    async 'notices:mark-unseen'(ids) {
      const over = stallsOver(board)
      const again = ids.filter(id => !over.has(id))
      notices.markUnseen(again)
      board.markUnseen(again)
    },
    'app:switch-mode': async mode => switchMode(mode),
    'app:quit': async () => quit(),
  } satisfies Pick<RequestHandlers, Names>
}

/** Notices of stalls that ended: they were withdrawn, and need nobody any more. */
const stallsOver = (board: Board): ReadonlySet<number> =>
  new Set(
    board.parts().notices.flatMap(({ id, kind, ref }) => {
      return kind === 'stalled' && ref !== null && board.job(ref)?.stalledSince == null ? [id] : []
    }),
  )

const withoutAbsent = (patch: SettingsPatch): object =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
