import { passThrough } from './build/pass-through.mjs'
import { setUpPackages } from './setup/set-up.mjs'
import { runCommand } from './setup/stop.mjs'

runCommand(async () => {
  await setUpPackages()
  return passThrough('sandbox', process.argv.slice(2))
})
