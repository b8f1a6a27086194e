import { text } from 'node:stream/consumers'
import { defaultProfile, socketPath } from '../profile/paths'
import { type Ask, askAt, CommandError } from './ask'
import { answerTimeout, commandIn, needed, readCommand, refuseSurplus } from './command-line'
import { connect, forget, list, show, unwatch, watch } from './commands'
import { diagnostics } from './diagnostics'
import { doctor } from './doctor'
import { decide, outbox } from './outbox'
import { pause } from './pause'
import { timeline } from './timeline'
import { usage } from './usage'
import { version } from './version'
import { worker } from './worker'

const argv = process.argv.slice(2)

const out = (line: string) => void process.stdout.write(`${line}\n`)

async function run(): Promise<void> {
  const { values, positionals } = readCommand(argv)
  const [command, ...rest] = positionals
  if (values.help) return out(usage)
  if (values.version) return out(version())
  if (command === undefined) throw new CommandError(usage, 2)
  refuseSurplus(command, rest)
  const profile = values.profile ?? defaultProfile(values.demo ? 'demo' : 'live')
  const ask: Ask = askAt(socketPath(profile))
  switch (command) {
    case 'connect':
      return connect(ask, out, {
        name: needed(values.name, '--name'),
        vendor: needed(values.vendor, '--vendor'),
        url: needed(values.url, '--url'),
        organization: values.org ?? '',
        key: values['key-stdin'] ? (await text(process.stdin)).trim() : null,
        insist: values['no-proof'] ?? false,
      })
    case 'watch':
      if (rest.length < 2) throw new CommandError('watch takes a connection and at least one job id.', 2)
      return watch(ask, out, needed(rest[0], 'The connection'), rest.slice(1))
    case 'unwatch':
      if (rest.length < 2) throw new CommandError('unwatch takes a connection and at least one job id.', 2)
      return unwatch(ask, out, needed(rest[0], 'The connection'), rest.slice(1))
    case 'list':
      return list(ask, out, values.json ?? false)
    case 'show':
      return show(ask, out, needed(rest[0], 'The connection'), needed(rest[1], 'The job id'), values.json ?? false)
    case 'timeline':
      return timeline(ask, out, needed(rest[0], 'The connection'), needed(rest[1], 'The job id'), values.json ?? false)
    case 'diagnostics':
      return diagnostics(ask, out, values.json ?? false)
    case 'doctor':
      // A script may ask by the exit code alone.
      if (!(await doctor(ask, out, needed(rest[0], 'The connection'), values.json ?? false))) process.exitCode = 1
      return
    case 'create':
    case 'post':
    case 'wait':
      return worker(ask, out, command, rest, values)
    case 'outbox':
      return outbox(ask, out, values.json ?? false)
    case 'decide':
      return decide(ask, out, needed(rest[0], 'The post'), needed(rest[1], 'The decision'), {
        asJson: values.json ?? false,
        timeoutMs: answerTimeout(values),
      })
    case 'pause':
    case 'resume':
      return pause(ask, out, rest[0], command === 'pause')
    case 'forget':
      return forget(ask, out, needed(rest[0], 'The connection'))
    case 'quit':
      await ask('app:quit')
      return out('Jobtray is quitting.')
    default:
      throw new CommandError(`There is no command ${command}. See jobtray --help.`, 2)
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'This did not work.'}\n`)
  const code = error instanceof CommandError ? error.exitCode : 1
  // Of wait, 2 says that the job ended with warnings.
  process.exitCode = code === 2 && commandIn(argv) === 'wait' ? 64 : code
})
