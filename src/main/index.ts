import { app } from 'electron'
import { startApp } from './app'
import { readArguments } from './arguments'
import { takeProfile } from './shell/profile'
import { claimScheme } from './shell/protocol'

const verdict = readArguments(process.argv)
if (!verdict.ok) {
  process.stderr.write(`jobtray: ${verdict.why}\n`)
  app.exit(2)
} else if (takeProfile(verdict.launch)) {
  claimScheme()
  void app.whenReady().then(() => startApp(verdict.launch))
} else {
  // Another Jobtray has this profile; it has been asked to show its window.
  app.exit(0)
}
