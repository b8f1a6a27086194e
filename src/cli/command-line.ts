import { parseArgs } from 'node:util'
import { CommandError } from './ask'
import { printable } from './printable'

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
  type: { type: 'string' },
  total: { type: 'string' },
  metadata: { type: 'string' },
  'triggered-by': { type: 'string' },
  start: { type: 'boolean' },
  complete: { type: 'boolean' },
  fail: { type: 'string' },
  processed: { type: 'string' },
  stage: { type: 'string' },
  message: { type: 'string' },
  error: { type: 'string' },
  warning: { type: 'string' },
  patch: { type: 'string' },
  'dry-run': { type: 'boolean' },
  timeout: { type: 'string' },
  family: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const

export const readCommand = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: withNegatives(argv), options, allowPositionals: true })
  } catch (error) {
    throw new CommandError(error instanceof Error ? oneLine(error.message) : 'The options could not be read.', 2)
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

/** Node tells in three lines of a value that looks like an option. */
function oneLine(message: string): string {
  const option = /^Option '(?:-\w, )?(--[\w-]+).*is ambiguous/.exec(message)?.[1]
  return option === undefined
    ? message.replaceAll('\n', ' ')
    : `${option} is followed by an option. If that is its value, write ${option}=VALUE.`
}

/** How many words each command takes; one that takes any number is not here. */
const mostWords: ReadonlyMap<string, number> = new Map([
  ['connect', 0],
  ['list', 0],
  ['show', 2],
  ['timeline', 2],
  ['diagnostics', 0],
  ['doctor', 1],
  ['create', 1],
  ['post', 2],
  ['outbox', 0],
  ['decide', 2],
  ['wait', 2],
  ['pause', 1],
  ['resume', 1],
  ['forget', 1],
  ['quit', 0],
])

/** What was meant by a word too many is not known, so nothing is done. */
export function refuseSurplus(command: string, words: readonly string[]): void {
  const surplus = words[mostWords.get(command) ?? words.length]
  if (surplus === undefined) return
  throw new CommandError(`${command} does not take “${printable(surplus, 40)}”. See jobtray --help.`, 2)
}

export type Values = ReturnType<typeof readCommand>['values']

/** The command that was meant, even when its options cannot be read. */
export const commandIn = (argv: readonly string[]): string | undefined =>
  parseArgs({ args: [...argv], options, allowPositionals: true, strict: false }).positionals[0]

export const needed = (value: string | undefined, what: string): string => {
  if (value === undefined || value === '') throw new CommandError(`${what} is missing. See jobtray --help.`, 2)
  return value
}

/** Ms; null when it was not given. */
export const timeoutOf = ({ timeout }: Values): number | null => {
  if (timeout === undefined) return null
  if (!/^\d{1,7}(\.\d+)?$/.test(timeout)) throw new CommandError('--timeout takes a number of seconds.', 2)
  return Number(timeout) * 1_000
}

/** How long a server's answer to a post is waited for, ms; main takes no longer time than that. */
export const answerTimeout = (values: Values): number => Math.min(timeoutOf(values) ?? 60_000, 600_000)
