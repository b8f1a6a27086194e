import type { Http } from './http'

/**
 * An HTTP client that can be exchanged while it is in use. What is under way ends on the client it began with, which is
 * closed after its last answer: no request is lost to a change of settings.
 */
export function renewable(first: Http): Http & { readonly renew: (next: Http) => void } {
  type Generation = { readonly client: Http; underWay: number }
  let current: Generation = { client: first, underWay: 0 }
  const retiring = new Set<Generation>()

  const closeIfIdle = (generation: Generation) => {
    // It has given its last answer: that it does not close well is nobody's trouble.
    if (generation.underWay === 0 && retiring.delete(generation)) generation.client.close().catch(() => undefined)
  }

  return {
    async http(request) {
      const generation = current
      generation.underWay += 1
      try {
        return await generation.client.http(request)
      } finally {
        generation.underWay -= 1
        closeIfIdle(generation)
      }
    },
    renew(next) {
      const before = current
      current = { client: next, underWay: 0 }
      retiring.add(before)
      closeIfIdle(before)
    },
    async close() {
      await Promise.all([...retiring, current].map(({ client }) => client.close()))
    },
  }
}
