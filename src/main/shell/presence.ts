import { join } from 'node:path'
import { app } from 'electron'
import type { NoticeView } from '../../shared/snapshot'
import type { Board } from '../watch/board'
import { glance } from '../watch/glance'
import { createNotifier, type Told } from './notifier'
import { notificationsAnswer } from './session-bus'
import type { TrayActs, TrayItem } from './tray'
import { createWindowKeeper } from './window'

export type PresencePorts = {
  readonly board: Board
  readonly tray: TrayItem
  readonly prepareWindow: () => void
  readonly told: (notice: NoticeView, how: Told) => void
  readonly trouble: (where: string, error: unknown) => void
  /** The window can be seen, or can no longer. */
  readonly onVisible: (visible: boolean) => void
  readonly setPaused: (paused: boolean) => void
}

/** What a person sees of the app: the tray, the notifications and the window, all three drawn from the board. */
export function openPresence({ board, tray, prepareWindow, told, trouble, onVisible, setPaused }: PresencePorts) {
  const resources = join(app.getAppPath(), 'resources')
  const window = createWindowKeeper({
    prepare: prepareWindow,
    preload: join(app.getAppPath(), 'out/preload/index.cjs'),
    icon: join(resources, 'icon.png'),
    title: app.getName(),
    hasTray: () => board.app().hasTray,
    onVisible,
  })
  const notifier = createNotifier({
    canShow: process.platform === 'linux' ? notificationsAnswer : async () => true,
    onClick: notice => window.open(notice.ref === null ? { view: 'jobs' } : { view: 'job', ref: notice.ref }),
    onTold: told,
    trouble,
  })
  const acts: TrayActs = { openJob: ref => window.open({ view: 'job', ref }), setPaused }
  const draw = () =>
    tray.draw(glance({ ...board.parts(), jobs: board.jobs(), find: board.job, paused: board.settings().paused }), acts)
  draw()
  board.subscribe(delta => {
    draw()
    window.push('state:changed', delta)
  })

  app.on('before-quit', window.letGo)
  return { open: window.open, isTrusted: window.isTrusted, announce: notifier.announce }
}
