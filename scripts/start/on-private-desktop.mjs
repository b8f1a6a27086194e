import { chownSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { appUser, canSandbox } from '../desktop/as-user.mjs'
import { openDesktop } from '../desktop/open.mjs'
import { root } from '../project.mjs'
import { Stop } from '../setup/stop.mjs'
import { onInterrupt, startApp } from './app-process.mjs'
import { firstStep, noticeLine, trayLine, withdrawnLine } from './printed.mjs'
import { isRunningIn, ownProfile, sharedProfile } from './profile.mjs'
import { screenshotTaker, shotTimes } from './screenshots.mjs'

/** @param {import('../desktop/open.mjs').Desktop} desktop */
const tellWhatIsSeen = desktop => {
  let last = ''
  desktop.tray.onChange(item => {
    const seen = item?.tooltip ?? ''
    if (seen !== '' && seen !== last) console.log(trayLine(seen))
    last = seen
  })
  desktop.notices.onNotice(notice => console.log(noticeLine(notice)))
  desktop.notices.onWithdrawn(notice => console.log(withdrawnLine(notice)))
}

/**
 * The app's own default lies in the desktop's home, which is thrown away, and where no command line would look.
 * @param {import('./arguments.mjs').StartOptions} options
 * @param {import('../desktop/as-user.mjs').User | null} user
 * @throws {Stop} when an app runs there already: its window is on another desktop, where nobody would see it
 */
const prepareProfile = async ({ mode, profile: given }, user) => {
  const profile = given ?? (user === null ? ownProfile(mode) : sharedProfile(mode))
  if (await isRunningIn(profile))
    throw new Stop(`Jobtray runs already in ${profile}. Quit it, or choose another folder with --profile.`)
  const isNew = !existsSync(profile)
  if (user !== null && isNew) {
    mkdirSync(dirname(profile), { recursive: true })
    mkdirSync(profile, { mode: 0o700 })
    chownSync(profile, user.uid, user.gid)
  }
  console.log(`profile  ${profile}`)
  if (mode === 'live' && isNew) console.log(firstStep(given))
  if (mode === 'live')
    console.log('The keychain of a private desktop is thrown away at its end: next time, give the keys again.')
  return profile
}

/**
 * Shows the app to someone without a screen: as lines and pictures.
 * @param {import('../runtime/resolve.mjs').Runtime} runtime
 * @param {import('./arguments.mjs').StartOptions} options
 * @returns {Promise<number>} the app's exit code
 */
export const runOnPrivateDesktop = async (runtime, options) => {
  const { appArguments, seconds } = options
  const user = appUser([runtime.executable, join(root, 'package.json'), join(root, 'out/main/index.js')])
  const sandbox = canSandbox(user)
  if (user !== null) console.log(`Root would switch Chromium's sandbox off, so the app runs as ${user.name}.`)
  else if (!sandbox)
    console.log("Chromium's sandbox cannot work here (root, or no user namespaces): running with --no-sandbox.")
  const profile = await prepareProfile(options, user)
  const args = options.profile === null ? [...appArguments, '--profile', profile] : appArguments

  const desktop = await openDesktop({ user })
  try {
    tellWhatIsSeen(desktop)
    const app = startApp({ executable: runtime.executable, args, env: desktop.env, user, sandbox })
    const takeScreenshot = screenshotTaker(desktop, options.mode)
    const timers = shotTimes(seconds).map(ms => setTimeout(takeScreenshot, ms))
    onInterrupt(() => {
      takeScreenshot()
      app.quit()
    })
    const { code, said } = await app.ended
    for (const timer of timers) clearTimeout(timer)
    if (code === 0) app.forgetLog()
    else console.error(app.epitaph(said))
    return code
  } finally {
    await desktop.close()
  }
}
