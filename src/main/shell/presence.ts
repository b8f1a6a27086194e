import { join } from 'node:path'
import { app } from 'electron'
import type { NoticeView } from '../../shared/snapshot'
import type { Board } from '../watch/board'
import { glance } from '../watch/glance'
import { createNotifier, type Told } from './notifier'
import { notificationsAnswer } from './session-bus'
import { createTray } from './tray'
import { createWindowKeeper } from './window'

export type PresencePorts = {
  readonly board: Board
  readonly told: (notice: NoticeView, how: Told) => void
  readonly trouble: (where: string, error: unknown) => void
  readonly setPaused: (paused: boolean) => void
}

/** What a person sees of the app: the tray, the notifications and the window, all three drawn from the board. */
export function openPresence({ board, told, trouble, setPaused }: PresencePorts) {
  const resources = join(app.getAppPath(), 'resources')
  const window = createWindowKeeper({
    preload: join(app.getAppPath(), 'out/preload/index.cjs'),
    icon: join(resources, 'icon.png'),
    title: app.getName(),
    hasTray: () => board.app().hasTray,
  })
  const notifier = createNotifier({
    canShow: process.platform === 'linux' ? notificationsAnswer : async () => true,
    onClick: notice => window.open(notice.ref === null ? { view: 'jobs' } : { view: 'job', ref: notice.ref }),
    onTold: told,
    trouble,
  })
  const tray = createTray(join(resources, 'tray'), {
    open: () => window.open(null),
    openJob: ref => window.open({ view: 'job', ref }),
    setPaused,
    quit: () => app.quit(),
  })

  const draw = () => tray.draw(glance({ ...board.parts(), jobs: board.jobs(), paused: board.settings().paused }))
  draw()
  board.subscribe(delta => {
    draw()
    window.push('state:changed', delta)
  })

  app.on('second-instance', () => window.open(null))
  app.on('activate', () => window.open(null))
  app.on('window-all-closed', () => undefined)
  app.on('before-quit', window.letGo)
  return { open: window.open, isTrusted: window.isTrusted, announce: notifier.announce }
}
