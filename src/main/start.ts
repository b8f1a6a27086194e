import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { app, ipcMain, nativeTheme } from 'electron'
import { socketPath } from '../profile/paths'
import type { SettingsPatch } from '../shared/settings'
import type { Launch } from './arguments'
import { createEngine } from './engine'
import { placeOfLink } from './link-place'
import { openNetwork } from './network'
import { leftWindowIn } from './profile/left-window'
import { bringTo, readOnlyBanner } from './profile/read-only'
import { fallBanner, fallsIn, reopensWindow } from './profile/restart'
import { remember } from './remember'
import { listenLocally, unheardBanner } from './requests/local-socket'
import { appWords, launchAtLogin } from './shell/autostart'
import type { Doorbell } from './shell/doorbell'
import { endAfter } from './shell/end-after'
import { answerRequests } from './shell/ipc'
import { osKeychain } from './shell/keychain'
import { hearKeychain } from './shell/keychain-comes'
import type { LastResort } from './shell/last-resort'
import { claimLinks, type Links } from './shell/links'
import { openLog } from './shell/log'
import { hearPower, systemIsOnline } from './shell/power'
import { openPresence } from './shell/presence'
import type { HeldProfile } from './shell/profile'
import { lockDown, servePages } from './shell/protocol'
import { proxyOf } from './shell/proxy'
import { savePlace } from './shell/save-dialog'
import { trayHostAnswers } from './shell/session-bus'
import type { TrayItem } from './shell/tray'
import { createTeller } from './telling/teller'
import { systemClock as clock } from './watch/clock'
import { seldom } from './watch/seldom'

/** A keychain that comes up says several things at once, ms. */
const keychainEveryMs = 1_000

/** Builds every part once and wires them; what they decide, they decide elsewhere. */
export async function start(
  launch: Launch,
  held: HeldProfile,
  tray: TrayItem,
  doorbell: Doorbell,
  links: Links,
  lastResort: LastResort,
): Promise<void> {
  const { mode, seconds, seed } = launch
  const profile = held.folder
  if (held.isStandIn) bringTo(profile, launch.profile)
  const { log, trouble } = openLog(profile)
  lastResort.tellTo(trouble)
  const falls = fallsIn(profile)
  const fall = falls.read()
  const startedAt = clock.wall().getTime()
  const version = app.getVersion()
  // Its code, and the sandbox, are for the demo alone.
  const demos = mode === 'demo' ? await import('./demo') : null
  const demo = demos && (await demos.openDemo(profile, seed))
  const info = { version, mode, platform: process.platform, hasTray: true }
  const memory = remember(profile, clock, info, trouble, demo?.isNew === true)
  const { board, journal } = memory
  if (held.isStandIn) board.raise(readOnlyBanner(launch.profile))
  const fallen = fallBanner(fall, startedAt)
  if (fallen !== null) board.raise(fallen)
  falls.settle(fall)
  const closers: (() => unknown)[] = [memory.close, ...(demo === null ? [] : [demo.sandbox.close])]
  // Heard from the first moment: a quit while still starting must leave the journal and the socket as tidy as any other.
  const keychain = osKeychain()
  let quitting = false
  app.once('will-quit', event => {
    quitting = true
    for (const close of closers.reverse()) {
      try {
        void close()
      } catch (error) {
        trouble('quitting', error)
      }
    }
    endAfter(keychain.close(), event)
  })
  const change = (patch: SettingsPatch) =>
    void engine.handlers['settings:change'](patch).catch(error => trouble('settings', error))
  const presence = openPresence({
    clock,
    board,
    tray,
    // Touching the session makes it, at the cost of ten megabytes: not before somebody looks.
    prepareWindow() {
      lockDown()
      servePages(join(app.getAppPath(), 'out/renderer'))
    },
    leftWindow: leftWindowIn(profile),
    onOpening: () => engine.watching.windowOpens(),
    onVisible: visible => engine.watching.windowVisible(visible),
    change,
    trouble,
  })
  const network = openNetwork({ version, proxyFor: proxyOf(app) })
  closers.push(network.close)
  const teller = createTeller({
    board,
    ledger: journal.notices,
    screen: presence.screen,
    clock,
    endSnooze: () => change({ snoozedUntil: null }),
    trouble,
  })
  const engine = createEngine({
    memory,
    keychain,
    http: network.http,
    network,
    clock,
    random: Math.random,
    isOnline: systemIsOnline,
    newId: demos === null ? randomUUID : demos.demoIds(id => board.connection(id) !== undefined),
    // The demo's jobs live minutes, not hours.
    ...(mode === 'demo' && { stallsAfterMs: 45_000, stalledLookMs: 15_000 }),
    teller,
    trouble,
    saving: { ...savePlace, onProgress: progress => presence.push('export:moved', progress) },
    applyTheme: theme => {
      nativeTheme.themeSource = theme
    },
    launchAtLogin: launchAtLogin(launch),
    switchMode: other => {
      app.relaunch({ args: [...appWords(), `--${other}`] })
      app.quit()
    },
    quit: () => app.quit(),
  })
  closers.push(engine.stop)
  hearPower(engine.watching, trouble)

  answerRequests(ipcMain, presence.isTrusted, engine.reply)
  doorbell.answer(presence.open)
  // Its process starts while the rest does.
  if (mode === 'live' && (board.parts().connections.length === 0 || reopensWindow(fall, startedAt))) presence.open(null)
  const socket = socketPath(launch.profile)
  await listenLocally(socket, engine.reply).then(
    server => (quitting ? server.close() : closers.push(() => server.close())),
    error => {
      trouble('command line', error)
      board.raise(unheardBanner(socket))
    },
  )
  const demoPorts = { handlers: engine.handlers, board, isForgotten: journal.jobs.isForgotten }
  // Before the first look, which else would go out with the keys of the sandbox before.
  if (demo !== null) {
    await demos?.connectDemo(demo, demoPorts)
    demos?.noteLife(profile, demo)
  }
  if (process.platform === 'linux') {
    // Before the keys are asked for: one that comes up just after that question would else never be heard.
    const retryKeys = () => void engine.handlers['keychain:retry']().catch(error => trouble('keychain', error))
    await hearKeychain(seldom(keychainEveryMs, clock, retryKeys))
  }
  // What is closed must not be begun: statements of a closed journal crash the process as it ends.
  if (quitting) return
  await engine.start()
  if (quitting) return
  if (process.platform === 'linux') board.put({ app: { ...board.app(), hasTray: await trayHostAnswers() } })
  if (demo !== null) await demos?.watchDemo(demo, demoPorts)
  if (mode === 'demo') presence.open(null)
  links.answer(link => {
    const place = placeOfLink(link, {
      connections: board.parts().connections,
      has: ref => board.job(ref) !== undefined,
    })
    if (place !== null) presence.open(place)
  })
  claimLinks()
  if (seconds !== null) clock.after(seconds * 1_000, () => app.quit())
  log('info', `started, ${mode}, version ${version}`)
}
