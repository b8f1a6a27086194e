import { defaultProfile, socketPaths } from '../profile/paths'
import { askAt, CommandError } from './ask'
import { readCommand, refuseSurplus, type Values } from './command-line'
import type { Out } from './commands'
import { linked } from './linked'
import { commands, isCommand } from './manual/manual'
import { page, usage } from './manual/usage'
import { nearest } from './nearest'
import { perform } from './perform'
import { printable } from './printable'
import { ownersOf } from './socket-door'
import { version } from './version'

/**
 * Does what the words say; gives back the exit code. A CommandError says why it could not. `elsewhere`: where the app was
 * found although no profile was given.
 */
export async function run(argv: readonly string[], out: Out, elsewhere = process.env.JOBTRAY_PROFILE): Promise<number> {
  const { values, positionals } = readCommand(argv)
  const [first, ...given] = positionals
  if (values.version) return said(out, version(values.json ?? false))
  if (first === 'help') return said(out, helpOn(given[0]))
  if (values.help) return said(out, helpOn(first))
  if (first === undefined) throw new CommandError(usage(), 2)
  if (!isCommand(first)) throw noCommand(first)
  const words = linked(first, given)
  refuseSurplus(first, words)
  if (values.profile === '') throw new CommandError('--profile names a folder.', 2)
  const profile = values.profile ?? (elsewhere || defaultProfile(values.demo ? 'demo' : 'live'))
  const ask = askAt(socketPaths(profile), { owners: ownersOf(profile), notRunning: notRunning(values) })
  return perform({ command: first, words, values, ask, out })
}

function said(out: Out, text: string): number {
  out(text)
  return 0
}

function noCommand(word: string): CommandError {
  const meant = nearest(word, Object.keys(commands))
  const hint = meant === null ? 'See jobtray --help.' : `Did you mean ${meant}?`
  return new CommandError(`There is no command “${printable(word, 40)}”. ${hint}`, 2)
}

function helpOn(word: string | undefined): string {
  if (word === undefined) return usage()
  if (!isCommand(word)) throw noCommand(word)
  return page(word)
}

/** That the app was started in the other way is the likeliest reason. */
function notRunning({ profile, demo }: Values): string {
  if (profile !== undefined)
    return 'Jobtray is not running in this profile. Start it with npm start and the same --profile.'
  return demo
    ? 'The demo is not running. Start it with npm start.'
    : 'Jobtray is not running. Start it with npm start -- --live, or add --demo to ask the demo.'
}
