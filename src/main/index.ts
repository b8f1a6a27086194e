import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { app } from 'electron'
import { type Launch, readArguments } from './arguments'
import { createDoorbell } from './shell/doorbell'
import { giveUp } from './shell/give-up'
import { tendGraphics } from './shell/graphics'
import { createLastResort } from './shell/last-resort'
import { createLinks } from './shell/links'
import { takeProfile } from './shell/profile'
import { claimScheme } from './shell/protocol'
import { createTray } from './shell/tray'

/** The panel asks back over D-Bus for what it shows, and this thread answers: for so long, ms, nothing heavy may begin. */
const panelMs = 100

/** The tray first, then everything else: what its first drawing does not need is read and run after it. */
async function run(launch: Launch): Promise<void> {
  const held = takeProfile(launch)
  if (held === null) {
    // Another Jobtray has this profile; it has been asked to show its window.
    app.exit(0)
    return
  }
  const lastResort = createLastResort(held.folder)
  tendGraphics(held.folder, () => lastResort.restart('graphics'))
  claimScheme()
  const doorbell = createDoorbell()
  const links = createLinks()
  links.takeFrom(process.argv)
  app.on('second-instance', (_event, argv) => {
    if (!links.takeFrom(argv)) doorbell.ring(null)
  })
  app.on('open-url', (event, url) => {
    event.preventDefault()
    links.take(url)
  })
  app.on('activate', () => doorbell.ring(null))
  // What keeps the settings also ends the process at a signal, at once; with a listener of ours it is a quit like any other.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  // Quitting is a person's choice; without a listener the last window's end would be one.
  app.on('window-all-closed', () => undefined)
  await app.whenReady()
  const tray = createTray(join(app.getAppPath(), 'resources/tray'), () => doorbell.ring(null))
  await pause(panelMs)
  const { start } = await import('./start')
  await start(launch, held, tray, doorbell, links, lastResort)
}

// V8 keeps up to 32 MB for what is young and gives none of it back: with 1,000 jobs 15 MB less, with 10,000 21 MB less.
setFlagsFromString('--semi-space-growth-factor=1')
// The heap grows in smaller steps and gives back what it has emptied.
setFlagsFromString('--optimize-for-size')

const verdict = readArguments(process.argv)
if (!verdict.ok) {
  process.stderr.write(`jobtray: ${verdict.why}\n`)
  app.exit(2)
} else {
  run(verdict.launch).catch(error => giveUp(verdict.launch.profile, error))
}
