import { z } from 'zod'

/** Which life the demo's sandbox lives, since when, and at which port, so that a restart finds the same servers. */
export type DemoLife = { readonly seed: number; readonly since: number; readonly port: number }

const lifeSchema = z.object({
  seed: z.number().int(),
  /** Ms since 1970. */
  since: z.number(),
  port: z.number().int().min(1_024).max(65_533),
})

/** What is older is not lived through again: a demo of yesterday begins anew, with other jobs. */
export const longestLifeMs = 12 * 3_600_000

/** Below the ports that systems hand out by themselves. */
const [lowestPort, ports] = [20_000, 12_000]

export type Chosen = { readonly life: DemoLife; readonly isNew: boolean }

/** Goes on with the life that was written down, unless it is too old, of another seed, or unreadable. `now`: ms since 1970. */
export function chooseLife(written: string | null, seed: number | null, now: number, random: () => number): Chosen {
  const before = readLife(written)
  const goesOn =
    before !== null &&
    (seed === null || seed === before.seed) &&
    before.since <= now &&
    now - before.since < longestLifeMs
  return goesOn ? { life: before, isNew: false } : { life: nextLife(before, seed, now, random), isNew: true }
}

/** Another seed than before: the same would bring jobs of the same ids, whose endings have been told. */
export const nextLife = (
  before: DemoLife | null,
  seed: number | null,
  now: number,
  random: () => number,
): DemoLife => ({
  seed: seed ?? (before === null ? 1 : before.seed + 1),
  since: now,
  port: lowestPort + Math.floor(random() * ports),
})

function readLife(written: string | null): DemoLife | null {
  try {
    return lifeSchema.parse(JSON.parse(written ?? ''))
  } catch {
    return null
  }
}
