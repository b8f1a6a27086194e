import type { Place } from '../../shared/snapshot'

export type Doorbell = ReturnType<typeof createDoorbell>

/** Asks for the window, also while there is nobody yet to open it: the last such wish is kept until there is. */
export function createDoorbell() {
  let open: ((place: Place | null) => void) | null = null
  let wish: { readonly place: Place | null } | null = null

  return {
    /** Null: wherever the window stands. */
    ring(place: Place | null): void {
      if (open === null) wish = { place }
      else open(place)
    },
    /** From now on `opener` is told; at once, when someone has asked already. */
    answer(opener: (place: Place | null) => void): void {
      open = opener
      if (wish !== null) opener(wish.place)
      wish = null
    },
  }
}
