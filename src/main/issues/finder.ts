import { findLists, type ItemAnswer, type ItemPlace, mostPlaces, mostWritten } from '../../shared/issues'
import { type ItemQuery, mostKeys } from '../../shared/item-query'
import type { WatchedJob } from '../../shared/snapshot'
import type { FilingTable } from '../journal/filing'
import type { ItemKeyTable, KeyPlace } from '../journal/item-keys'
import type { Board } from '../watch/board'
import { createAllPlaces } from './all-places'
import { createPlaceReader } from './read-places'

export type FinderPorts = {
  readonly keys: ItemKeyTable
  readonly filing: FilingTable
  readonly board: Pick<Board, 'job'>
  readonly breathe: () => Promise<void>
  /** Ms, only ever growing. */
  readonly monotonic: () => number
  /** Places of one key that a file holds at most; absent: `mostWritten`. */
  readonly mostOfKey?: number
}

/** Places looked at before they are put in order; what lies beyond is only said to be there. `ofEach`: of each of several keys. */
const considered = { ofOne: 2_000, ofEach: 500 } as const
/** Entries of one list that are held while a file is written. */
const heldAtOnce = 10_000
/** How long an answer waits for lists that are not in the index yet, in ms. */
const patience = 100

type Candidate = {
  readonly place: KeyPlace
  readonly watched: WatchedJob
  /** Which of the keys it was found by. */
  readonly by: number
}

/** A place, and the key that was asked for. */
export type Placed = { readonly sought: string; readonly place: ItemPlace; readonly watched: WatchedJob }

export type Rest = { readonly missing: readonly string[]; readonly isCut: boolean }

/** Where items are named in all watched jobs. */
export function createFinder({ keys, filing, board, breathe, monotonic, mostOfKey = mostWritten }: FinderPorts) {
  const allPlaces = createAllPlaces({ keys, board, breathe })
  const read = createPlaceReader({ filing, breathe })

  const waitForLists = async (): Promise<void> => {
    const until = monotonic() + patience
    while (monotonic() < until && filing.fileNext()) await breathe()
  }

  const candidates = async (wanted: readonly string[], { connectionId, jobType }: ItemQuery) => {
    await waitForLists()
    const seen: Candidate[] = []
    let isCut = false
    for (const [by, key] of wanted.entries()) {
      const most = wanted.length === 1 ? considered.ofOne : considered.ofEach
      const exact = keys.exactly(key, connectionId, most)
      const longer = wanted.length === 1 ? keys.beginningWith(key, connectionId, most) : []
      isCut ||= exact.length + longer.length >= most
      for (const place of [...exact, ...longer]) {
        const watched = board.job(place.ref)
        if (watched?.job != null && (jobType === null || watched.job.jobType === jobType))
          seen.push({ place, watched, by })
      }
      await breathe()
    }
    return { seen: seen.sort((a, b) => order(wanted, a, b)), isCut }
  }

  const wantedOf = ({ keys: asked }: ItemQuery): readonly string[] =>
    asked
      .map(key => key.trim().slice(0, 400))
      .filter(key => key !== '')
      .slice(0, mostKeys)

  const missingOf = (wanted: readonly string[], seen: readonly Candidate[]): readonly string[] => {
    if (wanted.length === 1) return []
    const found = new Set(seen.map(({ by }) => by))
    return wanted.filter((_, index) => !found.has(index))
  }

  return {
    async find(query: ItemQuery): Promise<ItemAnswer> {
      const wanted = wantedOf(query)
      if (wanted.length === 0) return { places: [], total: 0, atLeast: false, isComplete: true, missing: [] }
      const { seen, isCut } = await candidates(wanted, query)
      const places: ItemPlace[] = []
      for (const { place } of seen.slice(0, mostPlaces)) {
        const found = read.one(place)
        if (found !== null) places.push(found)
        await breathe()
      }
      return {
        places,
        total: seen.length,
        atLeast: isCut,
        isComplete: filing.isAllFiled(),
        missing: missingOf(wanted, seen),
      }
    },
    /** Hands on every place, in the order of an answer; gives back the keys that have none, and whether some key has too many. */
    async each(query: ItemQuery, take: (placed: Placed) => Promise<void>): Promise<Rest> {
      const wanted = wantedOf(query)
      const longer = wanted.length === 1
      await waitForLists()
      const missing: string[] = []
      let isCut = false
      // One key after the other, so that no more than the places of one are held.
      for (const sought of wanted) {
        const found = await allPlaces(sought, { ...query, longer }, mostOfKey)
        isCut ||= found.isCut
        if (found.bundles.length === 0 && !longer) missing.push(sought)
        for (const { places, watched } of found.bundles) {
          for (let from = 0; from < places.length; from += heldAtOnce) {
            for (const place of await read.many(places.slice(from, from + heldAtOnce))) {
              if (place !== null) await take({ sought, place, watched })
              await breathe()
            }
          }
        }
      }
      return { missing, isCut }
    },
  }
}

const isExact = (wanted: readonly string[], { place, by }: Candidate): number =>
  place.key.toLowerCase() === wanted[by]?.toLowerCase() ? 0 : 1

/** The keys as they were asked for; the very key first; then what went wrong before what was merely listed; then the job begun last. */
const order = (wanted: readonly string[], a: Candidate, b: Candidate): number =>
  a.by - b.by ||
  isExact(wanted, a) - isExact(wanted, b) ||
  findLists.indexOf(a.place.list) - findLists.indexOf(b.place.list) ||
  begun(b).localeCompare(begun(a)) ||
  a.place.key.localeCompare(b.place.key)

const begun = ({ watched }: Candidate): string => watched.job?.startedAt ?? watched.job?.createdAt ?? watched.addedAt

export type Finder = ReturnType<typeof createFinder>
