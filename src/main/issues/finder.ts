import { findLists, type ItemAnswer, type ItemPlace, mostPlaces } from '../../shared/issues'
import { type ItemQuery, mostKeys } from '../../shared/item-query'
import type { WatchedJob } from '../../shared/snapshot'
import type { FilingTable } from '../journal/filing'
import type { ItemKeyTable, KeyPlace } from '../journal/item-keys'
import type { Board } from '../watch/board'

export type FinderPorts = {
  readonly keys: ItemKeyTable
  readonly filing: FilingTable
  readonly board: Pick<Board, 'job'>
  readonly breathe: () => Promise<void>
  /** Ms, only ever growing. */
  readonly monotonic: () => number
}

/** Places looked at before they are put in order; what lies beyond is only said to be there. `ofEach`: of each of several keys. */
const considered = { ofOne: 2_000, ofEach: 500 } as const
/** A file is for the rest of them too: as many as are read in less than a tenth of a second. */
const written = { ofOne: 4_000, ofEach: 4_000 } as const
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

/** Where items are named in all watched jobs. */
export function createFinder({ keys, filing, board, breathe, monotonic }: FinderPorts) {
  /** Null where the list has changed since it was filed, which its next filing finds again. */
  const read = ({ ref, list, page, place, key }: KeyPlace): ItemPlace | null => {
    const entry = filing.entryAt(ref, list, page, place)
    if (entry === null) return null
    const named = 'entityKey' in entry ? entry.entityKey : entry.key
    if (named !== key) return null
    return { ref, list, key, entityType: entry.entityType, issue: 'entityKey' in entry ? entry : null }
  }

  const candidates = async (
    wanted: readonly string[],
    { connectionId, jobType }: ItemQuery,
    limits: Readonly<Record<'ofOne' | 'ofEach', number>>,
  ) => {
    const until = monotonic() + patience
    while (monotonic() < until && filing.fileNext()) await breathe()
    const seen: Candidate[] = []
    let isCut = false
    for (const [by, key] of wanted.entries()) {
      const most = wanted.length === 1 ? limits.ofOne : limits.ofEach
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
      const { seen, isCut } = await candidates(wanted, query, considered)
      const places: ItemPlace[] = []
      for (const { place } of seen.slice(0, mostPlaces)) {
        const found = read(place)
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
    /** Hands on more places than an answer holds, in its order; gives back the keys that have none. */
    async each(query: ItemQuery, take: (placed: Placed) => Promise<void>): Promise<readonly string[]> {
      const wanted = wantedOf(query)
      const { seen } = await candidates(wanted, query, written)
      for (const { place, watched, by } of seen) {
        const found = read(place)
        if (found !== null) await take({ sought: wanted[by] ?? '', place: found, watched })
        await breathe()
      }
      return missingOf(wanted, seen)
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
