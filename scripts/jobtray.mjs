import { passThrough } from './build/pass-through.mjs'
import { setUpPackages } from './setup/set-up.mjs'
import { runCommand } from './setup/stop.mjs'
import { profileElsewhere } from './start/profile.mjs'

runCommand(async () => {
  await setUpPackages()
  const words = process.argv.slice(2)
  const folder = await profileElsewhere(words)
  // Not as --profile: nobody has given one, and a complaint must not say so.
  if (folder !== null) process.env.JOBTRAY_PROFILE = folder
  return passThrough('cli', words)
})
