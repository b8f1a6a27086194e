import { CommandError } from './ask'
import { commandIn } from './command-line'
import { leaveOnSignals } from './leaving'
import { openOutput } from './output'
import { run } from './run'

const argv = process.argv.slice(2)
const command = commandIn(argv)

const out = openOutput()
leaveOnSignals(command)

run(argv, out).then(
  code => {
    process.exitCode ??= code
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : 'This did not work.'}\n`)
    const code = error instanceof CommandError ? error.exitCode : 1
    // Of wait, 2 says that the job ended with warnings.
    process.exitCode = code === 2 && command === 'wait' ? 64 : code
  },
)
