import { join } from 'node:path'
import { app } from 'electron'
import type { SettingsPatch } from '../../shared/settings'
import { snoozeEnd } from '../../shared/snooze'
import type { LeftWindowFile } from '../profile/left-window'
import type { Board } from '../watch/board'
import type { Clock } from '../watch/clock'
import { glance } from '../watch/glance'
import { seldom } from '../watch/seldom'
import { createNotifier } from './notifier'
import type { TrayActs, TrayItem } from './tray'
import { createWindowKeeper } from './window'

/**
 * How often the tray is drawn at most, ms. Among ten thousand jobs something always moves, and each menu goes whole over
 * D-Bus: what is merely further along is nothing that a tray must say within the second.
 */
const drawnEveryMs = { turned: 1_000, moved: 5_000 }

export type PresencePorts = {
  readonly clock: Clock
  readonly board: Board
  readonly tray: TrayItem
  readonly prepareWindow: () => void
  readonly leftWindow: LeftWindowFile
  /** A window is being made. */
  readonly onOpening: () => void
  /** The window can be seen, or can no longer. */
  readonly onVisible: (visible: boolean) => void
  readonly change: (patch: SettingsPatch) => void
  readonly trouble: (where: string, error: unknown) => void
}

/** What a person sees of the app: the tray, the notifications and the window, all three drawn from the board. */
export function openPresence({
  clock,
  board,
  tray,
  prepareWindow,
  leftWindow,
  onOpening,
  onVisible,
  change,
  trouble,
}: PresencePorts) {
  const resources = join(app.getAppPath(), 'resources')
  const window = createWindowKeeper({
    prepare: prepareWindow,
    onMade() {
      board.prepareText()
      onOpening()
    },
    preload: join(app.getAppPath(), 'out/preload/index.cjs'),
    icon: join(resources, 'icon.png'),
    title: app.getName(),
    left: leftWindow,
    hasTray: () => board.app().hasTray,
    onVisible,
  })
  const screen = createNotifier({
    appName: app.getName(),
    icon: join(resources, 'icon.png'),
    onClick: place => window.open(place),
  })
  const acts: TrayActs = {
    openJob: ref => window.open({ view: 'job', ref }),
    report: ref => window.open({ view: 'report', ref }),
    setPaused: paused => change({ paused }),
    snooze: snooze => change({ snoozedUntil: snooze && snoozeEnd(snooze, new Date()) }),
  }
  const drawNow = () => {
    const { paused, snoozedUntil } = board.settings()
    tray.draw(glance({ ...board.parts(), jobs: board.jobs(), find: board.job, paused, snoozedUntil }), acts)
  }
  const draw = () => {
    try {
      drawNow()
    } catch (error) {
      // A timer calls this: a tray that cannot be drawn must not end the watching.
      trouble('tray', error)
    }
  }
  const drawTurned = seldom(drawnEveryMs.turned, clock, draw)
  const drawMoved = seldom(drawnEveryMs.moved, clock, draw)
  drawTurned()
  board.subscribe((delta, turned) => {
    if (turned) drawTurned()
    else drawMoved()
    window.push('state:changed', delta)
  })

  app.on('before-quit', window.letGo)
  return { open: window.open, push: window.push, isTrusted: window.isTrusted, screen }
}
