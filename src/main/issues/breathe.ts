/** Ms of work after which others have their turn. */
const turn = 8

/** Called between steps of long work: gives timers, answers and the window their turn when it is time. */
export function breather(monotonic: () => number): () => Promise<void> {
  let since = monotonic()
  return async () => {
    if (monotonic() - since < turn) return
    await new Promise(resolve => setImmediate(resolve))
    since = monotonic()
  }
}
