import type { Settings } from '../../shared/settings'
import type { Board } from '../watch/board'
import type { Clock } from '../watch/clock'
import type { SettingsFile } from './settings-in'

export const settingsBanner = 'settings'

const againMs = 30_000

export type KeeperPorts = {
  readonly file: Pick<SettingsFile, 'save' | 'maySave'>
  readonly board: Pick<Board, 'lower'>
  readonly clock: Pick<Clock, 'after'>
}

/** Saves settings; what was refused is tried again by itself until there is room (reliability fault 38). */
export function createKeeper({ file, board, clock }: KeeperPorts): SettingsFile['save'] {
  let cancel: (() => void) | null = null

  const keep = (settings: Settings): string | null => {
    cancel?.()
    cancel = null
    const trouble = file.save(settings)
    if (trouble === null) board.lower(settingsBanner)
    else if (file.maySave) cancel = clock.after(againMs, () => void keep(settings))
    return trouble
  }
  return keep
}
