/**
 * For commands that run for minutes: `--help` prints what they take and ends, and what makes no sense is not run past.
 * @param {string} command as npm runs it
 * @param {readonly string[]} options what is taken: `--json` without a value; `--runs=N` with a whole number from 1,
 *   `--minutes=1..600` within bounds, `--only=start|size` with one of the words; each as `--name VALUE` or `--name=VALUE`
 * @param {readonly string[]} [args]
 * @returns {{ readonly text: string, readonly code: number } | null} what to print and to end with; null: go on
 */
export const usageFor = (command, options, args = process.argv.slice(2)) => {
  const text = `Usage: npm run ${command}${options.length === 0 ? '' : ` -- ${options.map(option => `[${option}]`).join(' ')}`}`
  if (args.includes('--help') || args.includes('-h')) return { text, code: 0 }
  const wrong = firstWrong(options, args)
  return wrong === null ? null : { text: `${wrong}\n${text}`, code: 2 }
}

/**
 * @param {readonly string[]} options
 * @param {readonly string[]} args
 * @returns {string | null} one sentence
 */
const firstWrong = (options, args) => {
  const known = new Map(options.map(option => partsOf(option)))
  const seen = new Set()
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    const [name, own] = partsOf(arg)
    const wanted = known.get(name)
    if (wanted === undefined)
      return arg.startsWith('-') ? `There is no option ${arg}.` : `“${arg}” belongs to no option.`
    if (seen.has(name)) return `${name} is given twice.`
    seen.add(name)
    if (wanted === null) {
      if (own !== null) return `${name} takes no value.`
      continue
    }
    if (own === null) at += 1
    const wrong = wrongValue(name, wanted, own ?? args[at] ?? '')
    if (wrong !== null) return wrong
  }
  return null
}

/**
 * @param {string} arg
 * @returns {[string, string | null]} the name and what stands behind the equals sign
 */
const partsOf = arg => {
  const at = arg.indexOf('=')
  return at < 0 ? [arg, null] : [arg.slice(0, at), arg.slice(at + 1)]
}

const most = 999_999

/**
 * @param {string} name
 * @param {string} wanted
 * @param {string} value
 */
const wrongValue = (name, wanted, value) => {
  const not = value === '' ? '' : `, not “${value}”`
  if (wanted.includes('|'))
    return wanted.split('|').includes(value) ? null : `${name} wants one of ${wanted.replaceAll('|', ', ')}${not}.`
  const [from = 1, to = most] = wanted === 'N' ? [] : wanted.split('..').map(Number)
  return /^\d{1,6}$/.test(value) && Number(value) >= from && Number(value) <= to
    ? null
    : `${name} wants a whole number from ${from} to ${to}${not}.`
}

/**
 * The word that an option was given, in either form; null: it was not given. Only of what `usageFor` has let through.
 * @param {string} name such as `--only`
 * @param {readonly string[]} [args]
 */
export const wordGiven = (name, args = process.argv.slice(2)) => {
  const at = args.findIndex(arg => partsOf(arg)[0] === name)
  return at < 0 ? null : (partsOf(args[at] ?? '')[1] ?? args[at + 1] ?? null)
}

/**
 * @param {string} name such as `--runs`
 * @param {readonly string[]} [args]
 */
export const numberGiven = (name, args) => {
  const word = wordGiven(name, args)
  return word === null ? null : Number(word)
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
