import { randomInt } from 'node:crypto'
import fc from 'fast-check'

/**
 * What `npm run fuzz` gives to tests that import fast-check: each property is tried round after round, each round with
 * a seed of its own and as many runs as the test asks for. So the seed alone repeats it, without the rounds before.
 */
const rounds = Number(process.env.PROPERTY_ROUNDS ?? 1)

function assert<T>(property: fc.IRawProperty<T>, params: fc.Parameters<T> = {}): void | Promise<void> {
  if (params.seed !== undefined) return fc.assert(property, params)
  const round = () => fc.assert(property, { ...params, seed: randomInt(-(2 ** 31), 2 ** 31) })
  if (property.isAsync()) return roundAfterRound(round)
  for (let left = rounds; left > 0; left -= 1) round()
}

async function roundAfterRound(round: () => void | Promise<void>): Promise<void> {
  for (let left = rounds; left > 0; left -= 1) await round()
}

export default { ...fc, assert }
