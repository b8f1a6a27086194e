import { exitCodes } from './exit-codes'
import { type CommandName, commands, entryOf, isCommand } from './manual'
import { everywhere, type OptionName, options, written } from './options'

/** Two columns, the second one aligned. */
function columns(rows: readonly Row[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}

const optionRow = (name: OptionName): Row => [written(name), options[name].about]

type Row = readonly [string, string]

const allCodes: readonly Row[] = exitCodes.map(({ code, of, says }) => [
  String(code),
  of === null ? says : `${of.join(', ')}: ${says}`,
])

/** What a code says of one command goes before what it says of all. */
const codesOf = (name: CommandName): readonly Row[] => {
  const own = exitCodes.filter(({ of }) => of?.includes(name))
  const rest = exitCodes.filter(({ code, of }) => of === null && !own.some(other => other.code === code))
  return [...own, ...rest].sort((a, b) => a.code - b.code).map(({ code, says }) => [String(code), says])
}

const synopsis = (name: CommandName): string => `${name} ${entryOf(name).words}`.trimEnd()

/** What `jobtray --help` prints. */
export const usage = (): string =>
  [
    'Usage: jobtray [--profile DIR | --demo] COMMAND',
    '',
    ...columns(Object.keys(commands).filter(isCommand).map(rowOf)),
    '',
    ...columns(everywhere.map(optionRow)),
    '',
    'jobtray COMMAND --help tells the options of each, with an example. All take --json; errors are on standard error.',
    '',
    'Exit codes',
    ...columns(allCodes),
  ].join('\n')

const rowOf = (name: CommandName): Row => [synopsis(name), entryOf(name).about]

/** What `jobtray COMMAND --help` prints. */
export function page(name: CommandName): string {
  const { about, more, json, example, options: taken } = entryOf(name)
  return [
    `Usage: jobtray [--profile DIR | --demo] ${synopsis(name)}${taken.length === 0 ? '' : ' [OPTIONS]'}`,
    '',
    `${about.charAt(0).toUpperCase()}${about.slice(1)}.`,
    ...more,
    '',
    ...columns(taken.map(optionRow)),
    '',
    `With --json: ${json}`,
    '',
    'Exit codes',
    ...columns(codesOf(name)),
    '',
    'Example',
    `  jobtray ${example}`,
  ].join('\n')
}
