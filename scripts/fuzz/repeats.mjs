/**
 * The command that finds each counterexample again, once for the same file and seed. Values in, values out.
 * @param {readonly import('../test/failures.mjs').Failure[]} failures
 * @returns {readonly string[]}
 */
export const repeats = failures => [
  ...new Set(
    failures.flatMap(({ name, message }) => {
      const seed = /\{ seed: (-?\d+)/.exec(message)?.[1]
      return seed === undefined ? [] : [`PROPERTY_SEED=${seed} npx vitest run ${name.split(': ')[0]}`]
    }),
  ),
]
