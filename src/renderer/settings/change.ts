import type { Settings, SettingsPatch } from '../../shared/settings'
import { attempt } from '../state/attempt'
import { mirrorStore } from '../state/mirror-store'

/** What main will know once it has answered: the next change is made from this, not from what is shown until then. */
let ahead: Settings | null = null
let underWay = 0

mirrorStore.subscribe(({ mirror }, before) => {
  if (underWay === 0 && mirror?.settings !== before.mirror?.settings) ahead = null
})

/** Each setting takes effect the moment it is chosen. */
export const change = (patch: SettingsPatch): void => changeFrom(() => patch)

/** For a setting of several parts: two changes of it in quick succession both hold, however slow main is. */
export function changeFrom(make: (now: Settings) => SettingsPatch): void {
  const now = ahead ?? mirrorStore.getState().mirror?.settings
  if (now === undefined) return
  const patch = make(now)
  ahead = { ...now, ...withoutAbsent(patch) }
  underWay += 1
  void attempt(window.jobtray.changeSettings(patch)).then(went => {
    underWay -= 1
    // Refused: what main knows holds.
    if (!went) ahead = null
  })
}

const withoutAbsent = (patch: SettingsPatch): Partial<Settings> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
