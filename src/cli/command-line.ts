import { parseArgs } from 'node:util'
import { CommandError } from './ask'

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
  help: { type: 'boolean', short: 'h' },
} as const

export const readCommand = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true })
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : 'The options could not be read.', 2)
  }
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
