/**
 * The command that finds each failure again, once for the same file and seed. Values in, values out.
 * @param {readonly { readonly name: string, readonly seed: string }[]} failures
 * @returns {readonly string[]}
 */
export const repeats = failures => [
  ...new Set(failures.map(({ name, seed }) => `PROPERTY_SEED=${seed} npx vitest run ${name.split(': ')[0]}`)),
]
