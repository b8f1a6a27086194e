/** How long each part of an exchange may take, ms. undici's own defaults are five minutes (reliability section 3). */
export type TimeLimits = {
  /** Name, TCP and TLS together. */
  readonly connectMs: number
  /** From the last byte sent to the end of the answer's headers. */
  readonly headersMs: number
  /** Between two pieces of the body. */
  readonly bodyIdleMs: number
  /** The whole exchange, once it has a place among the six of its origin. */
  readonly totalMs: number
}

export const timeLimits: TimeLimits = { connectMs: 5_000, headersMs: 10_000, bodyIdleMs: 10_000, totalMs: 20_000 }

export const socketsPerOrigin = 6

/** Largest body of each read, bytes after decompression. */
export const maxStatusBytes = 1_048_576
export const maxDetailBytes = 8 * 1_048_576

/** A refusal is read only this far: its sentence is short or it is not a sentence. */
export const maxRefusalBytes = 262_144

/** `5 s`, `0.2 s`. */
export const seconds = (ms: number): string => `${Math.round(ms / 100) / 10} s`
