import type { Board } from './watch/board'

export type AtLoginPorts = {
  readonly board: Pick<Board, 'settings' | 'raise' | 'lower'>
  readonly launchAtLogin: (on: boolean) => void
  readonly trouble: (where: string, error: unknown) => void
}

/** Only a change is the system's business: what it was told before stands, also over a restart. */
export function createAtLogin({ board, launchAtLogin, trouble }: AtLoginPorts): (wanted: boolean) => void {
  let told = board.settings().launchAtLogin
  return wanted => {
    if (wanted === told) return
    told = wanted
    try {
      launchAtLogin(wanted)
      board.lower('login')
    } catch (error) {
      trouble('launch at login', error)
      const text = 'Starting at login could not be changed: the system refuses. Look at its own settings for it.'
      board.raise({ id: 'login', tone: 'warning', text, act: null })
    }
  }
}
