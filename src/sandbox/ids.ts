import { createHash, randomBytes } from 'node:crypto'
import type { Random } from './random'

/** `enrichment-5f2c9a1e4b7d`: the page on reporting progress shows the type in front. */
export function merchantJobId(jobType: string, random: Random): string {
  const slug = jobType
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40)
  return `${slug === '' ? 'job' : slug}-${random.hex(12)}`
}

/** A version 4 UUID. */
export function uuid(random: Random): string {
  const [a, b, c, d, e] = [random.hex(8), random.hex(4), random.hex(3), random.hex(3), random.hex(12)]
  return `${a}-${b}-4${c}-${random.pick(['8', '9', 'a', 'b'])}${d}-${e}`
}

/** A secret of this run: never from the seed, so that a key in a log is worth nothing tomorrow. */
export function newKey(prefix: string): string {
  return `${prefix}_${randomBytes(24).toString('base64url')}`
}

/** How a key is named where it must not be shown. */
export function fingerprint(key: string): string {
  return `sha256:${createHash('sha256').update(key).digest('hex').slice(0, 8)}`
}
