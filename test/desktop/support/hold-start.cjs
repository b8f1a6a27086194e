// Loaded into the app before its own code (NODE_OPTIONS): it pauses once its tray is drawn, and goes on from there only
// when the file that JOBTRAY_TEST_HOLD names has gone.
const { existsSync } = require('node:fs')
const { syncBuiltinESMExports } = require('node:module')
const timers = require('node:timers/promises')

const pause = timers.setTimeout
timers.setTimeout = async (...args) => {
  const value = await pause(...args)
  while (existsSync(process.env.JOBTRAY_TEST_HOLD)) await pause(10)
  return value
}
syncBuiltinESMExports()
