import { findLists } from '../../shared/issues'
import type { ItemQuery } from '../../shared/item-query'
import { refKey } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import type { ItemKeyTable, KeyPlace } from '../journal/item-keys'
import type { Board } from '../watch/board'

export type AllPlacesPorts = {
  readonly keys: ItemKeyTable
  readonly board: Pick<Board, 'job'>
  readonly breathe: () => Promise<void>
}

/** Places read in one go: a few ms. */
const stretch = 500

/** What one job names in one list. */
export type Bundle = { readonly watched: WatchedJob; readonly places: readonly KeyPlace[] }
type Growing = Bundle & { readonly rank: number; readonly places: KeyPlace[] }

/** `kept`: so many places of the choice. `looked`: so many of any job are looked at for them; absent: all. `signal`: until nobody wants them. */
export type Most = { readonly kept: number; readonly looked?: number; readonly signal?: AbortSignal }

/**
 * Every place of one key, as far as `most` goes, in the order of an answer; others have their turn between.
 * `longer`: also keys that begin with it.
 */
export function createAllPlaces({ keys, board, breathe }: AllPlacesPorts) {
  async function* inStretches(read: (after: KeyPlace | null) => readonly KeyPlace[], signal: AbortSignal | undefined) {
    let after: KeyPlace | null = null
    for (;;) {
      const places = read(after)
      yield* places
      await breathe()
      signal?.throwIfAborted()
      after = places.at(-1) ?? null
      if (places.length < stretch) return
    }
  }

  return async (
    key: string,
    { connectionId, jobType, list, longer }: Omit<ItemQuery, 'keys'> & { readonly longer: boolean },
    most: Most,
  ): Promise<{ readonly bundles: readonly Bundle[]; readonly isCut: boolean }> => {
    const bundles = new Map<string, Growing>()
    let [kept, looked] = [0, 0]
    /** False: there is no room for it. */
    const keep = (place: KeyPlace, isExact: boolean): boolean => {
      if (looked === most.looked) return false
      looked += 1
      if (connectionId !== null && place.ref.connectionId !== connectionId) return true
      if (list !== undefined && place.list !== list) return true
      const watched = board.job(place.ref)
      if (watched?.job == null || (jobType !== null && watched.job.jobType !== jobType)) return true
      if (kept === most.kept) return false
      kept += 1
      const rank = (isExact ? 0 : findLists.length) + findLists.indexOf(place.list)
      const name = `${rank} ${refKey(place.ref)}`
      const bundle = bundles.get(name)
      if (bundle === undefined) bundles.set(name, { watched, rank, places: [place] })
      else bundle.places.push(place)
      return true
    }
    const fill = async (): Promise<boolean> => {
      for await (const place of inStretches(after => keys.exactly(key, null, stretch, after), most.signal))
        if (!keep(place, true)) return true
      if (!longer) return false
      for await (const place of inStretches(after => keys.beginningWith(key, null, stretch, after), most.signal))
        if (!keep(place, false)) return true
      return false
    }
    const isCut = await fill()
    // By the bundle, not by the place: hundreds of thousands are not put in order without a pause that is felt.
    return { bundles: [...bundles.values()].sort((a, b) => a.rank - b.rank || compareBegun(a, b)), isCut }
  }
}

const begun = ({ watched }: Bundle): string => watched.job?.startedAt ?? watched.job?.createdAt ?? watched.addedAt

/** The job begun last comes first. */
function compareBegun(a: Bundle, b: Bundle): number {
  const [first, second] = [begun(a), begun(b)]
  return first === second ? 0 : first < second ? 1 : -1
}
