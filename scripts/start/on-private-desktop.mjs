import { chownSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { appUser, canSandbox } from '../desktop/as-user.mjs'
import { openDesktop } from '../desktop/open.mjs'
import { root } from '../project.mjs'
import { onInterrupt, startApp } from './app-process.mjs'
import { screenshotTaker, shotTimes } from './screenshots.mjs'

/** @param {string} text */
const oneLine = text => text.split('\n').filter(Boolean).join(' | ')

/** @param {import('../desktop/open.mjs').Desktop} desktop */
const tellWhatIsSeen = desktop => {
  let last = ''
  desktop.tray.onChange(item => {
    const seen = item === null ? '' : oneLine(item.tooltip)
    if (seen !== '' && seen !== last) console.log(`tray  ${seen}`)
    last = seen
  })
  desktop.notices.onNotice(({ title, body }) => console.log(`notice  ${title} - ${body.split('\n')[0]}`))
}

/**
 * Shows the app to someone without a screen: as lines and pictures.
 * @param {import('../runtime/resolve.mjs').Runtime} runtime
 * @param {import('./arguments.mjs').StartOptions} options
 * @returns {Promise<number>} the app's exit code
 */
export const runOnPrivateDesktop = async (runtime, { appArguments, seconds, profile }) => {
  const user = appUser([runtime.executable, join(root, 'package.json'), join(root, 'out/main/index.js')])
  const sandbox = canSandbox(user)
  if (user !== null) console.log(`Root would switch Chromium's sandbox off, so the app runs as ${user.name}.`)
  else if (!sandbox)
    console.log("Chromium's sandbox cannot work here (root, or no user namespaces): running with --no-sandbox.")
  if (user !== null && profile !== null && !existsSync(profile)) {
    mkdirSync(profile, { recursive: true, mode: 0o700 })
    chownSync(profile, user.uid, user.gid)
  }

  const desktop = await openDesktop({ user })
  try {
    tellWhatIsSeen(desktop)
    const app = startApp({ executable: runtime.executable, args: appArguments, env: desktop.env, user, sandbox })
    const takeScreenshot = screenshotTaker(desktop)
    const timers = shotTimes(seconds).map(ms => setTimeout(takeScreenshot, ms))
    onInterrupt(() => {
      takeScreenshot()
      app.quit()
    })
    const code = await app.ended
    for (const timer of timers) clearTimeout(timer)
    if (code === 0) app.forgetLog()
    else console.error(`Jobtray ended with code ${code}; what it said is in ${app.log}`)
    return code
  } finally {
    await desktop.close()
  }
}
