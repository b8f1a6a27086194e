import type { ItemPlace } from '../../shared/issues'
import type { JobIssue, ReferenceKey } from '../../shared/job'
import type { FilingTable } from '../journal/filing'
import type { KeyPlace } from '../journal/item-keys'

export type ReadPlacesPorts = {
  readonly filing: Pick<FilingTable, 'entryAt' | 'entriesOn'>
  readonly breathe: () => Promise<void>
}

/** So few entries of a page are read one by one; more, with the whole page. */
const oneByOne = 3

/** Null where the list has changed since it was filed, which its next filing finds again. */
function placeOf({ ref, list, key }: KeyPlace, entry: JobIssue | ReferenceKey | null): ItemPlace | null {
  if (entry === null) return null
  const named = 'entityKey' in entry ? entry.entityKey : entry.key
  if (named !== key) return null
  return { ref, list, key, entityType: entry.entityType, issue: 'entityKey' in entry ? entry : null }
}

export function createPlaceReader({ filing, breathe }: ReadPlacesPorts) {
  const one = (place: KeyPlace): ItemPlace | null =>
    placeOf(place, filing.entryAt(place.ref, place.list, place.page, place.place))
  return {
    one,
    /** Places in one list of one job, in their order: each page is read once, however often the order comes back to it. */
    async many(places: readonly KeyPlace[]): Promise<readonly (ItemPlace | null)[]> {
      const byPage = new Map<number, (readonly [index: number, place: KeyPlace])[]>()
      for (const [index, place] of places.entries()) {
        const others = byPage.get(place.page)
        if (others === undefined) byPage.set(place.page, [[index, place]])
        else others.push([index, place])
      }
      const read = new Map<number, ItemPlace | null>()
      for (const [number, named] of byPage) {
        const [first] = named
        const isMany = first !== undefined && named.length > oneByOne
        const page = isMany ? filing.entriesOn(first[1].ref, first[1].list, number) : null
        for (const [index, place] of named)
          read.set(index, page === null ? one(place) : placeOf(place, page[place.place] ?? null))
        await breathe()
      }
      return places.map((_, index) => read.get(index) ?? null)
    },
  }
}
