/** An answer is good for so long, ms: a change of the system's settings is noticed within that. */
const keepMs = 15_000

/**
 * Asks for the proxy of an origin, not of each request: behind the question is another process, and with a thousand
 * jobs it costs more than the requests do. A question that fails is asked anew. `now`: monotonic ms.
 */
export function recentProxy(
  proxyFor: (url: string) => Promise<string | null>,
  now: () => number,
): (url: string) => Promise<string | null> {
  const known = new Map<string, { readonly at: number; readonly answer: Promise<string | null> }>()
  return url => {
    const { origin } = new URL(url)
    const before = known.get(origin)
    if (before !== undefined && now() - before.at < keepMs) return before.answer
    const answer = proxyFor(url)
    known.set(origin, { at: now(), answer })
    answer.catch(() => {
      if (known.get(origin)?.answer === answer) known.delete(origin)
    })
    return answer
  }
}
