import fc from 'fast-check'

/**
 * A property without a seed of its own draws the same values every time, so that a tree which passed passes again.
 * `npm run fuzz` gives other seeds.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) })
