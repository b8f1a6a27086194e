import { findLists, type ItemAnswer, type ItemPlace, mostPlaces } from '../../shared/issues'
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

/** Places looked at before they are put in order; what lies beyond is only said to be there. */
const mostConsidered = 2_000
/** How long an answer waits for lists that are not in the index yet, in ms. */
const patience = 100

const none: ItemAnswer = { places: [], total: 0, atLeast: false, isComplete: true }

/** Where an item is named in all watched jobs. */
export function createFinder({ keys, filing, board, breathe, monotonic }: FinderPorts) {
  /** Null where the list has changed since it was filed, which its next filing finds again. */
  const read = ({ ref, list, page, place, key }: KeyPlace): ItemPlace | null => {
    const entry = filing.entryAt(ref, list, page, place)
    if (entry === null) return null
    const named = 'entityKey' in entry ? entry.entityKey : entry.key
    if (named !== key) return null
    return { ref, list, key, entityType: entry.entityType, issue: 'entityKey' in entry ? entry : null }
  }

  return async (typed: string): Promise<ItemAnswer> => {
    const wanted = typed.trim().slice(0, 200)
    if (wanted === '') return none
    const until = monotonic() + patience
    while (monotonic() < until && filing.fileNext()) await breathe()
    const all = [...keys.exactly(wanted, mostConsidered), ...keys.beginningWith(wanted, mostConsidered)]
    const seen = all.flatMap(place => {
      const watched = board.job(place.ref)
      return watched?.job == null ? [] : [{ place, watched }]
    })
    const first = seen.sort((a, b) => order(wanted, a, b)).slice(0, mostPlaces)
    const places: ItemPlace[] = []
    for (const { place } of first) {
      const found = read(place)
      if (found !== null) places.push(found)
      await breathe()
    }
    return {
      places,
      total: seen.length,
      atLeast: all.length >= mostConsidered,
      isComplete: filing.isAllFiled(),
    }
  }
}

type Candidate = { readonly place: KeyPlace; readonly watched: WatchedJob }

const isExact = (wanted: string, { place }: Candidate): number =>
  place.key.toLowerCase() === wanted.toLowerCase() ? 0 : 1

/** The very key first; then what went wrong before what was merely listed; then the job begun last. */
const order = (wanted: string, a: Candidate, b: Candidate): number =>
  isExact(wanted, a) - isExact(wanted, b) ||
  findLists.indexOf(a.place.list) - findLists.indexOf(b.place.list) ||
  begun(b).localeCompare(begun(a)) ||
  a.place.key.localeCompare(b.place.key)

const begun = ({ watched }: Candidate): string => watched.job?.startedAt ?? watched.job?.createdAt ?? watched.addedAt

export type Finder = ReturnType<typeof createFinder>
