/**
 * Stands in the bundle for `ajv` and `ajv-formats`, a third of it: electron-store's own dependency wants them for its
 * `schema` option alone, which we leave (settings are checked with zod). Whoever sets that option meets this sentence.
 */
const absent = () => {
  throw new Error(
    'This build leaves ajv out: give electron-store no schema, or take the alias out of electron.vite.config.ts.',
  )
}

export class Ajv2020 {
  constructor() {
    absent()
  }
}

export default { default: absent }
