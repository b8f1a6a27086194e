import { passThrough } from './build/pass-through.mjs'
import { runCommand } from './setup/stop.mjs'
import { profileWords } from './start/profile.mjs'

runCommand(async () => {
  const words = process.argv.slice(2)
  return passThrough('cli', [...(await profileWords(words)), ...words])
})
