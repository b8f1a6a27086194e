import { BrowserWindow, type IpcMainInvokeEvent, nativeTheme, screen } from 'electron'
import type { Pushes, PushName } from '../../shared/ipc'
import type { Place } from '../../shared/snapshot'
import type { LeftWindowFile } from '../profile/left-window'
import { openingWindow, smallest } from '../profile/window-bounds'
import { pageUrl } from './asset-path'
import { tendWindow } from './tend-window'
import { whenDrawn } from './when-drawn'

/** A closed window is kept this long, so that it comes back at once to whoever looks again; then its memory is given back. */
const keepClosedMs = 5 * 60_000

export type WindowPorts = {
  /** Called once, before the first window is made. */
  readonly prepare: () => void
  readonly preload: string
  readonly icon: string
  readonly title: string
  /** Called while the process of a new window starts, which takes as long. */
  readonly onMade: () => void
  /** Where the window was when it was last closed. */
  readonly left: LeftWindowFile
  /** False: there is no tray to come back from, so closing minimises (reliability fault 48). */
  readonly hasTray: () => boolean
  /** The window can be seen, or can no longer; told more often than it changes. */
  readonly onVisible: (visible: boolean) => void
}

const hashOf = (place: Place): string => {
  switch (place.view) {
    case 'jobs':
    case 'watch':
      return '#/'
    case 'connect':
    case 'inbox':
    case 'outbox':
      return `#/${place.view}`
    case 'job':
    case 'report':
      return `#/${place.view}/${encodeURIComponent(place.ref.connectionId)}/${encodeURIComponent(place.ref.jobId)}`
  }
}

/** The one window: made when asked for, hidden when closed, destroyed some minutes later. */
export function createWindowKeeper({ prepare, onMade, preload, icon, title, left, hasTray, onVisible }: WindowPorts) {
  let window: BrowserWindow | null = null
  let prepared = false
  let loaded = false
  /** Its page is there to be told. */
  let hears = false
  /** It was hidden or minimised: it reads anew when it is shown again. */
  let away = false
  /** Asked for while the page was still loading: it could not have heard. */
  let wanted: Place | null = null
  let destroyTimer: NodeJS.Timeout | null = null
  let quitting = false

  const create = (place: Place): BrowserWindow => {
    if (!prepared) prepare()
    prepared = true
    const workAreas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea)
    const { at, width, height, maximized } = openingWindow(left.read(), workAreas)
    const made = new BrowserWindow({
      ...at,
      width,
      height,
      minWidth: smallest.width,
      minHeight: smallest.height,
      show: false,
      title,
      icon,
      autoHideMenuBar: true,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#141518' : '#ffffff',
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false,
        // What the page runs is compiled once and kept at its first opening: else it is at its third, and not for long.
        v8CacheOptions: 'bypassHeatCheck',
      },
    })
    made.removeMenu()
    whenDrawn(made, () => {
      if (maximized) made.maximize()
      made.show()
    })
    made.webContents.once('did-navigate', () => {
      hears = true
    })
    made.webContents.once('did-finish-load', () => {
      loaded = true
      if (wanted !== null) made.webContents.send('navigate' satisfies PushName, wanted)
      wanted = null
    })
    made.on('page-title-updated', event => event.preventDefault())
    made.on('close', event => {
      left.write({ ...made.getNormalBounds(), maximized: made.isMaximized() })
      if (quitting) return
      event.preventDefault()
      if (hasTray()) hide(made)
      else made.minimize()
    })
    const isSeen = (visible: boolean) => () => {
      away = !visible
      onVisible(visible)
    }
    made.on('show', isSeen(true))
    made.on('restore', isSeen(true))
    // Not every system tells that a minimised window is back; one that is used is seen.
    made.on('maximize', isSeen(true))
    made.on('focus', isSeen(true))
    made.on('hide', isSeen(false))
    made.on('minimize', isSeen(false))
    made.on('closed', () => {
      onVisible(false)
      window = null
      loaded = false
      hears = false
      away = false
      wanted = null
    })
    tendWindow(made, () => made.destroy())
    // Refused where the page is killed or the window closed while it loads: `tendWindow` sees to that.
    made.loadURL(pageUrl + hashOf(place)).catch(() => undefined)
    onMade()
    return made
  }

  const hide = (closed: BrowserWindow) => {
    closed.hide()
    destroyTimer = setTimeout(() => closed.destroy(), keepClosedMs)
  }

  const keeper = {
    open(place: Place | null): void {
      if (destroyTimer !== null) clearTimeout(destroyTimer)
      destroyTimer = null
      if (window === null || window.webContents.isCrashed()) {
        window?.destroy()
        window = create(place ?? { view: 'jobs' })
        // A form is no address: it is told once the page can hear.
        wanted = place?.view === 'watch' ? place : null
        return
      }
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
      if (!loaded) wanted = place ?? wanted
      // The system may tell only later that it is back: this must not be lost meanwhile.
      else if (place !== null) window.webContents.send('navigate' satisfies PushName, place)
    },
    /** Tells the window, from the moment its page has begun and for as long as it is not hidden. */
    push<Name extends PushName>(name: Name, value: Pushes[Name]): void {
      if (window !== null && hears && !away) window.webContents.send(name, value)
    },
    isTrusted(event: IpcMainInvokeEvent): boolean {
      const frame = event.senderFrame
      return (
        window !== null &&
        event.sender === window.webContents &&
        frame !== null &&
        frame === window.webContents.mainFrame &&
        frame.url.startsWith(`${pageUrl}`)
      )
    },
    /** From now on closing is final. */
    letGo(): void {
      quitting = true
      if (destroyTimer !== null) clearTimeout(destroyTimer)
    },
  }
  return keeper
}

export type WindowKeeper = ReturnType<typeof createWindowKeeper>
