import { passThrough } from './build/pass-through.mjs'
import { runCommand } from './setup/stop.mjs'

runCommand(() => passThrough('sandbox', process.argv.slice(2)))
