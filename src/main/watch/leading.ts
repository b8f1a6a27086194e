/**
 * The first `most` in the order of `compare`, those that are equal in the order given; without sorting the rest, which
 * may be thousands.
 */
export function leading<T>(list: Iterable<T>, most: number, compare: (a: T, b: T) => number): readonly T[] {
  const first: T[] = []
  for (const one of list) {
    const last = first.at(-1)
    if (first.length >= most && (last === undefined || compare(one, last) >= 0)) continue
    let place = first.length
    while (place > 0 && compareAt(first, place - 1, one, compare) > 0) place -= 1
    first.splice(place, 0, one)
    first.length = Math.min(first.length, most)
  }
  return first
}

function compareAt<T>(list: readonly T[], at: number, one: T, compare: (a: T, b: T) => number): number {
  const other = list[at]
  return other === undefined ? 0 : compare(other, one)
}
