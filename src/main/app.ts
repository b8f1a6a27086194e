import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { app, ipcMain, nativeTheme, session } from 'electron'
import { socketPath } from '../profile/paths'
import type { RequestHandlers } from '../shared/ipc'
import type { Settings } from '../shared/settings'
import { createHttp } from './apis/http'
import type { Launch } from './arguments'
import { createDesk } from './connections/desk'
import { createKeys } from './connections/keys'
import { demoIds, startDemo } from './demo'
import { remember } from './remember'
import { answer } from './requests/answer'
import { appRequests } from './requests/app'
import { connectionRequests } from './requests/connections'
import { jobRequests } from './requests/jobs'
import { listenLocally } from './requests/local-socket'
import { answerRequests } from './shell/ipc'
import { osKeychain } from './shell/keychain'
import { openLog } from './shell/log'
import { createNotifier } from './shell/notifier'
import { lockDown, servePages } from './shell/protocol'
import { proxyOf } from './shell/proxy'
import { notificationsAnswer, trayHostAnswers } from './shell/session-bus'
import { createTray } from './shell/tray'
import { createWindowKeeper } from './shell/window'
import { systemClock as clock } from './watch/clock'
import { glance } from './watch/glance'
import { againAfterRestart } from './watch/notices'
import { createPoller } from './watch/poller'
import { createWatcher } from './watch/watcher'

/** Builds every part once and wires them; what they decide, they decide elsewhere. */
export async function startApp({ mode, profile, seconds, seed }: Launch): Promise<void> {
  const title = app.getName()
  const resources = join(app.getAppPath(), 'resources')
  const log = openLog(profile)
  const trouble = (where: string, error: unknown) =>
    log('error', `${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  process.on('uncaughtException', error => trouble('uncaught', error))
  process.on('unhandledRejection', error => trouble('unhandled', error))

  const memory = remember(profile, clock, {
    version: app.getVersion(),
    mode,
    platform: process.platform,
    hasTray: true,
  })
  const { board, journal } = memory

  const window = createWindowKeeper({
    preload: join(app.getAppPath(), 'out/preload/index.cjs'),
    icon: join(resources, 'icon.png'),
    title,
    hasTray: () => board.app().hasTray,
  })
  const notifier = createNotifier({
    canShow: process.platform === 'linux' ? notificationsAnswer : async () => true,
    onClick: notice => window.open(notice.ref === null ? { view: 'jobs' } : { view: 'job', ref: notice.ref }),
    onTold: (notice, how) => journal.notices.told(notice.id, how, clock.wall()),
    trouble,
  })
  const watcher = createWatcher({ board, log: journal, clock, announce: notifier.announce, trouble })

  const { http, close: closeHttp } = createHttp({
    version: app.getVersion(),
    proxyFor: proxyOf(session.defaultSession),
  })
  const keys = createKeys(osKeychain())
  const desk = createDesk({
    board,
    table: journal.connections,
    keys,
    http,
    clock,
    newId: mode === 'demo' ? demoIds() : randomUUID,
    onReady: id => poller.plan([...board.jobs()].filter(watched => watched.ref.connectionId === id)),
  })
  const poller = createPoller({
    clock,
    reader: ref => desk.reader(ref.connectionId),
    job: board.job,
    connectionBlocked: id => board.connection(id)?.fault != null,
    receive: watcher.receive,
    connectionFault: watcher.connectionFault,
    pollMs: () => board.settings().pollSeconds * 1_000,
  })

  const applySettings = ({ paused, theme }: Settings) => {
    nativeTheme.themeSource = theme
    if (paused) poller.stop()
    else poller.start()
  }
  const handlers: RequestHandlers = {
    ...appRequests({
      board,
      notices: journal.notices,
      keepSettings: memory.saveSettings,
      applySettings,
      switchMode: other => {
        app.relaunch({ args: [...(app.isPackaged ? [] : [app.getAppPath()]), `--${other}`] })
        app.quit()
      },
      quit: () => app.quit(),
    }),
    ...connectionRequests({ desk, board, poller }),
    ...jobRequests({ board, journal, poller, clock }),
  }

  const tray = createTray(join(resources, 'tray'), {
    open: () => window.open(null),
    openJob: ref => window.open({ view: 'job', ref }),
    setPaused: paused => void handlers['settings:change']({ paused }),
    quit: () => app.quit(),
  })
  const draw = () => tray.draw(glance({ ...board.parts(), jobs: board.jobs(), paused: board.settings().paused }))
  draw()
  board.subscribe(delta => {
    draw()
    window.push('state:changed', delta)
  })

  lockDown()
  servePages(join(app.getAppPath(), 'out/renderer'))
  answerRequests(ipcMain, window.isTrusted, (name, args) => answer(handlers, name, args, trouble))
  const server = await listenLocally(socketPath(profile), (name, args) => answer(handlers, name, args, trouble))
  app.on('second-instance', () => window.open(null))
  app.on('activate', () => window.open(null))
  app.on('window-all-closed', () => undefined)

  await desk.open(memory.stored)
  notifier.announce(journal.notices.untold().map(againAfterRestart))
  poller.plan([...board.jobs()])
  applySettings(board.settings())
  if (process.platform === 'linux') board.put({ app: { ...board.app(), hasTray: await trayHostAnswers() } })
  const stopDemo = mode === 'demo' ? await startDemo(handlers, seed) : async () => undefined
  if (mode === 'demo' || board.parts().connections.length === 0) window.open(null)

  app.once('will-quit', () => {
    poller.stop()
    server.close()
    void stopDemo()
    void closeHttp()
    memory.close()
  })
  app.on('before-quit', window.letGo)
  if (seconds !== null) clock.after(seconds * 1_000, () => app.quit())
  log('info', `started, ${mode}, version ${app.getVersion()}`)
}
