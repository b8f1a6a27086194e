/** Reliability fault 41: this often in this long, ms, the window is loaded again by itself; then a person is asked. */
const most = 3
const withinMs = 5 * 60_000

/** Counts the window's deaths. `now` in ms, of any steady clock. */
export function createRevival(now: () => number) {
  let at: number[] = []
  return {
    /** Whether this death may be mended by loading again; counted when it may. */
    mayReload(): boolean {
      at = at.filter(time => now() - time < withinMs)
      if (at.length >= most) return false
      at.push(now())
      return true
    },
    /** A person wants it again. */
    forgive(): void {
      at = []
    },
  }
}
