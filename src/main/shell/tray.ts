import { join } from 'node:path'
import { app, Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron'
import type { JobRef } from '../../shared/job'
import { count } from '../../shared/numbers'
import { type Snooze, snoozeNames, snoozes } from '../../shared/snooze'
import type { Glance, GlanceLine, GlanceState } from '../watch/glance'

export type TrayActs = {
  readonly openJob: (ref: JobRef) => void
  readonly report: (ref: JobRef) => void
  readonly setPaused: (paused: boolean) => void
  /** Null: shows notifications again. */
  readonly snooze: (snooze: Snooze | null) => void
}

export type TrayItem = ReturnType<typeof createTray>

/**
 * The tray item, from the first moment on: that it is starting, and then each glance.
 * On Linux each new menu is sent whole over D-Bus, so it draws only what has changed.
 */
export function createTray(iconFolder: string, open: () => void) {
  const images = new Map<GlanceState, Electron.NativeImage>()
  const imageOf = (state: GlanceState): Electron.NativeImage => {
    const known = images.get(state)
    if (known !== undefined) return known
    const template = process.platform === 'darwin' ? 'Template' : ''
    const image = nativeImage.createFromPath(join(iconFolder, `${state}${template}.png`))
    image.setTemplateImage(template !== '')
    images.set(state, image)
    return image
  }

  const tray = new Tray(imageOf('idle'))
  let drawn = ''
  let state: GlanceState = 'idle'
  tray.on('click', open)
  tray.setToolTip('Starting…')
  tray.setContextMenu(Menu.buildFromTemplate([opener(open), separator, quitter]))

  return {
    draw(glance: Glance, acts: TrayActs): void {
      const text = JSON.stringify(glance)
      if (text === drawn) return
      drawn = text
      if (glance.state !== state) tray.setImage(imageOf(glance.state))
      state = glance.state
      tray.setToolTip(glance.tooltip)
      tray.setContextMenu(Menu.buildFromTemplate(menuOf(glance, open, acts)))
    },
  }
}

const separator: MenuItemConstructorOptions = { type: 'separator' }
const quitter: MenuItemConstructorOptions = { label: 'Quit', click: () => app.quit() }
const opener = (open: () => void): MenuItemConstructorOptions => ({ label: 'Open Jobtray', click: open })

function menuOf(glance: Glance, open: () => void, acts: TrayActs): MenuItemConstructorOptions[] {
  const lineTo =
    (act: (ref: JobRef) => void) =>
    ({ ref, text }: GlanceLine): MenuItemConstructorOptions => ({ label: plain(text), click: () => act(ref) })
  const line = lineTo(acts.openJob)
  const more = glance.moreActive === 0 ? [] : [{ label: `and ${count(glance.moreActive)} more…`, click: open }]
  const report = { label: 'Report progress…', submenu: glance.reportable.map(lineTo(acts.report)) }
  return [
    ...(glance.active.length === 0 ? [{ label: 'No active jobs', enabled: false }] : glance.active.map(line)),
    ...more,
    separator,
    ...(glance.recent.length === 0
      ? []
      : [{ label: 'Recently ended', enabled: false }, ...glance.recent.map(line), separator]),
    opener(open),
    ...(glance.reportable.length === 0 ? [] : [report]),
    { label: 'Pause watching', type: 'checkbox', checked: glance.paused, click: item => acts.setPaused(item.checked) },
    snoozing(glance, acts),
    separator,
    quitter,
  ]
}

const snoozing = ({ snoozedUntil }: Glance, { snooze }: TrayActs): MenuItemConstructorOptions =>
  snoozedUntil === null
    ? {
        label: 'Snooze notifications',
        submenu: snoozes.map(name => ({ label: snoozeNames[name], click: () => snooze(name) })),
      }
    : { label: 'Resume notifications', click: () => snooze(null) }

/** Server text in a menu: no mnemonics, no control characters, bounded (reliability item 26). */
const plain = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replaceAll('&', '&&')
    .slice(0, 80)
