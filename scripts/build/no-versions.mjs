/**
 * Stands in the bundle for `semver`: electron-store's own dependency wants it for its `migrations` option alone, which
 * we leave. Whoever sets that option meets this sentence.
 */
const absent = () => {
  throw new Error(
    'This build leaves semver out: give electron-store no migrations, or take the alias out of electron.vite.config.ts.',
  )
}

class Range {
  constructor() {
    absent()
  }
}

export default { Range, gt: absent, minVersion: absent, satisfies: absent, valid: absent }
