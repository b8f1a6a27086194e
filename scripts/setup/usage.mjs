/**
 * For commands that run for minutes: `--help` prints what they take and ends, and an option that is none is not run
 * past. `options`: what is taken, such as `--runs=N`; each as `--name VALUE` or `--name=VALUE`.
 * @param {string} command as npm runs it
 * @param {readonly string[]} options
 * @param {readonly string[]} [args]
 * @returns {{ readonly text: string, readonly code: number } | null} what to print and to end with; null: go on
 */
export const usageFor = (command, options, args = process.argv.slice(2)) => {
  const text = `Usage: npm run ${command}${options.length === 0 ? '' : ` -- ${options.map(option => `[${option}]`).join(' ')}`}`
  if (args.includes('--help') || args.includes('-h')) return { text, code: 0 }
  const names = options.map(option => option.split('=')[0])
  const odd = args.find(arg => arg.startsWith('-') && !names.includes(arg.split('=')[0]))
  return odd === undefined ? null : { text: `There is no option ${odd}.\n${text}`, code: 2 }
}

/**
 * The whole number that an option was given, in either form; null: it was not given, or is no such number.
 * @param {string} name such as `--runs`
 * @param {readonly string[]} [args]
 */
export const numberGiven = (name, args = process.argv.slice(2)) => {
  const [, digits] = new RegExp(`(?:^| )${name}[= ](\\d+)(?: |$)`).exec(args.join(' ')) ?? []
  return digits === undefined ? null : Number(digits)
}

/**
 * Prints it and ends, or goes on.
 * @param {string} command
 * @param {readonly string[]} options
 */
export const endIfOnlyAsked = (command, options) => {
  const usage = usageFor(command, options)
  if (usage === null) return
  const { text, code } = usage
  if (code === 0) console.log(text)
  else console.error(text)
  process.exit(code)
}
