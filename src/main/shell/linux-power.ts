import type { Watching } from '../watching'
import { type Fact, hearFact, propertyFact, screenSaverFact } from './bus-fact'
import type { OpenBus } from './message-bus'
import { openSessionBus, openSystemBus } from './session-bus'

export type LinuxPower = Pick<Watching, 'locked' | 'unlocked' | 'onBattery'>

const login = 'org.freedesktop.login1'
const loginPath = '/org/freedesktop/login1'
const askMs = 5_000

/** Who covers the screen on each desktop; GNOME and KDE tell logind as well, the others only here. */
const screenSavers: readonly Fact[] = [
  screenSaverFact('org.gnome.ScreenSaver', '/org/gnome/ScreenSaver'),
  screenSaverFact('org.freedesktop.ScreenSaver', '/ScreenSaver'),
  screenSaverFact('org.freedesktop.ScreenSaver', '/org/freedesktop/ScreenSaver'),
  screenSaverFact('org.cinnamon.ScreenSaver', '/org/cinnamon/ScreenSaver'),
  screenSaverFact('org.mate.ScreenSaver', '/org/mate/ScreenSaver'),
  screenSaverFact('org.xfce.ScreenSaver', '/org/xfce/ScreenSaver'),
]

/** The path of the session in which we run, or which shows our user's desktop; null: logind does not say. */
async function ownSession(bus: OpenBus): Promise<string | null> {
  const manager = { destination: login, path: loginPath, interface: `${login}.Manager` }
  const answer = await bus.ask({ ...manager, member: 'GetSession', signature: 's', body: ['auto'] }, askMs)
  const path = answer?.[0]
  return typeof path === 'string' ? path : null
}

/**
 * Lock and battery on Linux, where Electron's powerMonitor knows of neither ('lock-screen' and 'on-battery' are told on
 * macOS and Windows alone). A service that is absent, or does not answer, has no effect. logind's `Lock` signal is not
 * heard: it asks a desktop to lock itself, and nothing takes it back where the one that does so is not logind's.
 */
export async function hearLinuxPower(heard: LinuxPower): Promise<void> {
  const lockedBy = new Set<string>()
  const lockTold = (by: string) => (locked: boolean) => {
    const before = lockedBy.size
    if (locked) lockedBy.add(by)
    else lockedBy.delete(by)
    if (before === 0 && lockedBy.size > 0) heard.locked()
    if (before > 0 && lockedBy.size === 0) heard.unlocked()
  }
  // A bus that has gone takes nothing back any more, and what was said last must not slow the looks for ever.
  const [system, session] = await Promise.all([
    openSystemBus(() => {
      heard.onBattery(false)
      lockTold(login)(false)
    }),
    openSessionBus(() => {
      for (const by of [...lockedBy]) if (by !== login) lockTold(by)(false)
    }),
  ])
  for (const fact of session === null ? [] : screenSavers) {
    if (session !== null) hearFact(session, fact, lockTold(`${fact.service} ${fact.question.path}`))
  }
  if (system === null) return
  hearFact(system, propertyFact('org.freedesktop.UPower', '/org/freedesktop/UPower', 'OnBattery'), heard.onBattery)
  const path = await ownSession(system)
  if (path !== null) hearFact(system, propertyFact(login, path, 'LockedHint', `${login}.Session`), lockTold(login))
}
