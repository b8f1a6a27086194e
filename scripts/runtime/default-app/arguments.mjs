/**
 * What Electron's own default app reads from its command line, as far as we use it: `electron [-r FILE] [--switch] APP [...]`.
 * @param {readonly string[]} argv the arguments after the executable
 * @returns {{ readonly app: string | null, readonly required: readonly string[] }} required: modules to load first (Playwright hands one in)
 */
export const readArguments = argv => {
  /** @type {string[]} */
  const required = []
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at] ?? ''
    if (argument === '-r' || argument === '--require') {
      at += 1
      const file = argv[at]
      if (file !== undefined) required.push(file)
    } else if (!argument.startsWith('-')) {
      return { app: argument, required }
    }
  }
  return { app: null, required }
}
