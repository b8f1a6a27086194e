/** A reason to stop that a person can act on: shown as it is, without a stack trace. */
export class Stop extends Error {}

/**
 * Runs a command of ours: a Stop becomes its message and exit code 1, anything else is a bug and keeps its stack.
 * @param {() => Promise<number | undefined>} command resolves to the exit code, or undefined for 0
 */
export const runCommand = async command => {
  try {
    process.exitCode = (await command()) ?? 0
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
