import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { defaultProfile, socketPath } from '../profile/paths'
import { type Ask, askAt, CommandError } from './ask'
import { connect, forget, list, show, watch } from './commands'
import { usage } from './usage'

const options = {
  profile: { type: 'string' },
  demo: { type: 'boolean' },
  name: { type: 'string' },
  vendor: { type: 'string' },
  url: { type: 'string' },
  org: { type: 'string' },
  'key-stdin': { type: 'boolean' },
  'no-proof': { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

const out = (line: string) => void process.stdout.write(`${line}\n`)

const readCommand = () => {
  try {
    return parseArgs({ args: process.argv.slice(2), options, allowPositionals: true })
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : 'The options could not be read.', 2)
  }
}

const needed = (value: string | undefined, what: string): string => {
  if (value === undefined || value === '') throw new CommandError(`${what} is missing. See jobtray --help.`, 2)
  return value
}

async function run(): Promise<void> {
  const { values, positionals } = readCommand()
  const [command, ...rest] = positionals
  if (values.help || command === undefined) return out(usage)
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
    case 'list':
      return list(ask, out, values.json ?? false)
    case 'show':
      return show(ask, out, needed(rest[0], 'The connection'), needed(rest[1], 'The job id'), values.json ?? false)
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
  process.exitCode = error instanceof CommandError ? error.exitCode : 1
})
