import { createWorld, type World } from '../../../src/sandbox/world'
import { handTime } from './hand-time'

/** The sandbox's world without its servers, with time in our hands. */
export function aWorld(seed = 1): World & { readonly pass: (seconds: number) => void } {
  const time = handTime()
  const options = { seed, speed: 1, latencyMs: 0, faults: [], time, elsewhere: () => 'http://127.0.0.1:1/elsewhere' }
  return { ...createWorld(options), pass: seconds => time.pass(seconds * 1000) }
}
