/** Lets acts follow one another: each begins when the one before has ended, well or not. */
export function createTurns(): <T>(act: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return act => {
    const turn = last.then(act, act)
    last = turn
    return turn
  }
}
