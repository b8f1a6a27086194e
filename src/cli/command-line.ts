import { parseArgs } from 'node:util'
import { CommandError } from './ask'
import { type CommandName, entryOf, isCommand } from './manual/manual'
import { everywhere, type OptionName, options } from './manual/options'
import { printable } from './printable'
import { wrongOption } from './wrong-option'

const asWritten = (argv: readonly string[]) => ({ args: withNegatives(argv), options, allowPositionals: true }) as const

/** Throws a sentence for what is no option, has no value or too many. */
export function readCommand(argv: readonly string[]) {
  const read = parsed(argv)
  const [command] = read.positionals
  const given = read.tokens.flatMap(token => (token.kind === 'option' ? [token.name] : []))
  refuseTwice(given)
  if (command !== undefined) refuseForeign(command, given)
  return read
}

const parsed = (argv: readonly string[]) => {
  try {
    return parseArgs({ ...asWritten(argv), tokens: true })
  } catch (error) {
    throw new CommandError(wrongOption(error, commandIn(argv)), 2)
  }
}

/** A number below nothing is a value, which its option then refuses in its own words. */
const withNegatives = (argv: readonly string[]): string[] =>
  argv.flatMap((word, index) => {
    const next = argv[index + 1]
    if (takesValue.test(word) && next !== undefined && negative.test(next)) return `${word}=${next}`
    return negative.test(word) && takesValue.test(argv[index - 1] ?? '') ? [] : word
  })

const negative = /^-\d/
const takesValue = /^--[a-z][a-z-]*$/

/** Of two the first would be lost in silence, such as an error that was to be reported. */
function refuseTwice(given: readonly string[]): void {
  const twice = given.find((name, index) => given.indexOf(name) !== index && placeholderOf(name) !== null)
  if (twice !== undefined) throw new CommandError(`--${twice} is given twice. One command takes one.`, 2)
}

const placeholderOf = (name: string): string | null => (isOption(name) ? options[name].value : null)
const isOption = (name: string): name is OptionName => Object.hasOwn(options, name)

/** An option that another command takes does nothing here, and whoever wrote it believes that it does. */
function refuseForeign(command: string, given: readonly string[]): void {
  if (!isCommand(command)) return
  const known: readonly string[] = [...everywhere, ...entryOf(command).options]
  const foreign = given.find(name => !known.includes(name))
  if (foreign !== undefined) {
    throw new CommandError(`${command} does not take --${foreign}. See jobtray ${command} --help.`, 2)
  }
}

/** What was meant by a word too many is not known, so nothing is done. */
export function refuseSurplus(command: string, words: readonly string[]): void {
  if (!isCommand(command)) return
  const { most } = entryOf(command)
  const surplus = most === null ? undefined : words[most]
  if (surplus !== undefined) {
    throw new CommandError(`${command} does not take “${printable(surplus, 40)}”. See jobtray ${command} --help.`, 2)
  }
}

export type Values = ReturnType<typeof readCommand>['values']

/** The command that was meant, even when its options cannot be read. */
export const commandIn = (argv: readonly string[]): string | undefined =>
  parseArgs({ ...asWritten(argv), strict: false }).positionals[0]

/** Throws where a word is not there that the command cannot do without. */
export const needed = (value: string | undefined, what: string, command: CommandName): string => {
  if (value === undefined || value === '') throw missing(what, command)
  return value
}

export const missing = (what: string, command: CommandName): CommandError =>
  new CommandError(`${what} is missing. See jobtray ${command} --help.`, 2)

/** Ms; null when it was not given. */
export const timeoutOf = ({ timeout }: Values): number | null => {
  if (timeout === undefined) return null
  if (!/^\d{1,7}(\.\d+)?$/.test(timeout)) throw new CommandError('--timeout takes a number of seconds.', 2)
  return Number(timeout) * 1_000
}

/** How long a server's answer to a post is waited for, ms; main takes no longer time than that. */
export const answerTimeout = (values: Values): number => Math.min(timeoutOf(values) ?? 60_000, 600_000)
