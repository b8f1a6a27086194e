import type { Random } from '../random'

/** Seconds after the start at which the first ones end: late enough for a watcher to have seen them run. */
const OPENING_S = [14, 24, 34, 43]
const GAP_S = [11, 17] as const

export type Slot = { readonly index: number; readonly at: number }

/**
 * When something ends: one job a slot, 11 to 17 s apart, for ever. Every slot is taken as long as each ending
 * is followed by a new taker, so the demo never goes quiet.
 */
export type Calendar = {
  /** The first free slot, `skip` free ones passed over. */
  readonly take: (skip?: number) => Slot
}

export function createCalendar(startsAt: number, random: Random): Calendar {
  const free: Slot[] = []
  let last: Slot = { index: -1, at: startsAt }
  const extend = () => {
    const index = last.index + 1
    const opening = OPENING_S[index]
    const at = opening === undefined ? last.at + random.whole(...GAP_S) * 1000 : startsAt + opening * 1000
    last = { index, at }
    free.push(last)
  }
  return {
    take: (skip = 0) => {
      while (free.length <= skip) extend()
      const [slot] = free.splice(skip, 1)
      if (!slot) throw new Error('the calendar has no end')
      return slot
    },
  }
}
