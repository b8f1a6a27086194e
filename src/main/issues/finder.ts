import { type ItemAnswer, type ItemPlace, mostPlaces, mostWritten } from '../../shared/issues'
import { type ItemQuery, mostKeys } from '../../shared/item-query'
import type { WatchedJob } from '../../shared/snapshot'
import type { FilingTable } from '../journal/filing'
import type { ItemKeyTable, KeyPlace } from '../journal/item-keys'
import type { Board } from '../watch/board'
import { createAllPlaces } from './all-places'
import type { Course } from './courses'
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

/** Places that are put in order; what lies beyond is only said to be there. `ofEach`: of each of several keys. */
const considered = { ofOne: { kept: 2_000, looked: 50_000 }, ofEach: { kept: 500, looked: 5_000 } } as const
/** Entries of one list that are held while a file is written. */
const heldAtOnce = 10_000
/** How long an answer waits for lists that are not in the index yet, and how long they are read in without a pause, in ms. */
const patience = 100
const turn = 5
/** How often it is counted how many jobs there are yet to be read in, in ms: counting them reads all that waits. */
const betweenCounts = 200

/** Nobody waits for it, and nobody cancels it. */
const alone: Course = { signal: new AbortController().signal, tell: () => undefined }

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

  /** A file may take its time; without this it would call nowhere what is only not read in yet. */
  const readAllIn = async ({ signal, tell }: Course): Promise<void> => {
    let [most, countedAt] = [0, Number.NEGATIVE_INFINITY]
    for (;;) {
      signal.throwIfAborted()
      const now = monotonic()
      if (now - countedAt >= betweenCounts) {
        const unread = filing.jobsUnfiled()
        countedAt = now
        most = Math.max(most, unread)
        if (unread > 0) tell('read', most - unread, most)
      }
      const until = now + turn
      if (!filing.fileSome(() => monotonic() < until)) return
      await breathe()
    }
  }

  const wantedOf = ({ keys: asked }: ItemQuery): readonly string[] =>
    asked
      .map(key => key.trim().slice(0, 400))
      .filter(key => key !== '')
      .slice(0, mostKeys)

  return {
    async find(query: ItemQuery): Promise<ItemAnswer> {
      const wanted = wantedOf(query)
      const longer = wanted.length === 1
      if (wanted.length === 0) return { places: [], total: 0, atLeast: false, unread: 0, missing: [] }
      await waitForLists()
      const shown: KeyPlace[] = []
      const missing: string[] = []
      let [total, atLeast] = [0, false]
      for (const key of wanted) {
        const { bundles, isCut } = await allPlaces(
          key,
          { ...query, longer },
          longer ? considered.ofOne : considered.ofEach,
        )
        const found = bundles.flatMap(({ places }) => places)
        shown.push(...found.slice(0, mostPlaces - shown.length))
        total += found.length
        atLeast ||= isCut
        if (found.length === 0 && !isCut && !longer) missing.push(key)
      }
      const places: ItemPlace[] = []
      for (const place of shown) {
        const found = read.one(place)
        if (found !== null) places.push(found)
        await breathe()
      }
      return { places, total, atLeast, unread: filing.jobsUnfiled(), missing }
    },
    /** Hands on every place, in the order of an answer; gives back the keys that have none, and whether some key has too many. Throws when it is cancelled. */
    async each(query: ItemQuery, take: (placed: Placed) => Promise<void>, course: Course = alone): Promise<Rest> {
      const { signal, tell } = course
      const wanted = wantedOf(query)
      const longer = wanted.length === 1
      await readAllIn(course)
      tell('keys', 0, wanted.length)
      const missing: string[] = []
      let isCut = false
      // One key after the other, so that no more than the places of one are held.
      for (const [index, sought] of wanted.entries()) {
        const found = await allPlaces(sought, { ...query, longer }, { kept: mostOfKey, signal })
        const total = found.bundles.reduce((sum, { places }) => sum + places.length, 0)
        let done = 0
        isCut ||= found.isCut
        let isThere = false
        for (const { places, watched } of found.bundles) {
          for (let from = 0; from < places.length; from += heldAtOnce) {
            for (const place of await read.many(places.slice(from, from + heldAtOnce))) {
              if (place !== null) await take({ sought, place, watched })
              isThere ||= place !== null
              done += 1
              if (longer) tell('entries', done, total)
              await breathe()
              signal.throwIfAborted()
            }
          }
        }
        if (!longer) tell('keys', index + 1, wanted.length)
        if (!isThere && !longer) missing.push(sought)
      }
      return { missing, isCut }
    },
  }
}

export type Finder = ReturnType<typeof createFinder>
