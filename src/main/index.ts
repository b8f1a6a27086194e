import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { app, ipcMain, nativeTheme, session } from 'electron'
import { socketPath } from '../profile/paths'
import { type Launch, readArguments } from './arguments'
import { demoIds, startDemo } from './demo'
import { createEngine } from './engine'
import { openNetwork } from './network'
import { remember } from './remember'
import { listenLocally } from './requests/local-socket'
import { giveUp } from './shell/give-up'
import { answerRequests } from './shell/ipc'
import { osKeychain } from './shell/keychain'
import { openLog } from './shell/log'
import { openPresence } from './shell/presence'
import { takeProfile } from './shell/profile'
import { claimScheme, lockDown, servePages } from './shell/protocol'
import { proxyOf } from './shell/proxy'
import { trayHostAnswers } from './shell/session-bus'
import { systemClock as clock } from './watch/clock'

/** Builds every part once and wires them; what they decide, they decide elsewhere. */
async function start({ mode, profile, seconds, seed }: Launch): Promise<void> {
  const { log, trouble } = openLog(profile)
  const version = app.getVersion()
  const memory = remember(profile, clock, { version, mode, platform: process.platform, hasTray: true })
  const { board, journal } = memory
  const closers: (() => unknown)[] = [memory.close]
  // Heard from the first moment: a quit while still starting must leave the journal and the socket as tidy as any other.
  app.once('will-quit', () => {
    for (const close of closers.reverse()) {
      try {
        void close()
      } catch (error) {
        trouble('quitting', error)
      }
    }
  })
  const presence = openPresence({
    board,
    told: (notice, how) => journal.notices.told(notice.id, how, clock.wall()),
    trouble,
    setPaused: paused => void engine.handlers['settings:change']({ paused }),
  })
  const network = openNetwork({ version, proxyFor: proxyOf(session.defaultSession) })
  closers.push(network.close)
  const engine = createEngine({
    memory,
    keychain: osKeychain(),
    http: network.http,
    network,
    clock,
    newId: mode === 'demo' ? demoIds() : randomUUID,
    announce: presence.announce,
    trouble,
    applyTheme: theme => {
      nativeTheme.themeSource = theme
    },
    switchMode: other => {
      app.relaunch({ args: [...(app.isPackaged ? [] : [app.getAppPath()]), `--${other}`] })
      app.quit()
    },
    quit: () => app.quit(),
  })
  closers.push(engine.stop)

  lockDown()
  servePages(join(app.getAppPath(), 'out/renderer'))
  answerRequests(ipcMain, presence.isTrusted, engine.reply)
  const server = await listenLocally(socketPath(profile), engine.reply)
  closers.push(() => server.close())
  await engine.start()
  if (process.platform === 'linux') board.put({ app: { ...board.app(), hasTray: await trayHostAnswers() } })
  if (mode === 'demo') closers.push(await startDemo(engine.handlers, seed))
  if (mode === 'demo' || board.parts().connections.length === 0) presence.open(null)
  if (seconds !== null) clock.after(seconds * 1_000, () => app.quit())
  log('info', `started, ${mode}, version ${version}`)
}

function run(launch: Launch): void {
  if (takeProfile(launch)) {
    claimScheme()
    void app
      .whenReady()
      .then(() => start(launch))
      .catch(error => giveUp(launch.profile, error))
  } else {
    // Another Jobtray has this profile; it has been asked to show its window.
    app.exit(0)
  }
}

const verdict = readArguments(process.argv)
if (!verdict.ok) {
  process.stderr.write(`jobtray: ${verdict.why}\n`)
  app.exit(2)
} else {
  try {
    run(verdict.launch)
  } catch (error) {
    void giveUp(verdict.launch.profile, error)
  }
}
