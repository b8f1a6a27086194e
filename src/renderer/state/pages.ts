import { useEffect, useState } from 'react'
import type { Page } from '../../shared/job'
import { mostOnAPage } from '../../shared/job'
import { sentenceOf } from './attempt'
import { showToast } from './view'

type ReadPage<Entry> = (offset: number, limit: number) => Promise<Page<Entry>>

/** The first `wanted` entries of a long list, a page at a time; fewer when there are no more. */
export async function readFirst<Entry>(read: ReadPage<Entry>, wanted: number): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  while (entries.length < wanted) {
    const page = await read(entries.length, Math.min(mostOnAPage, wanted - entries.length))
    entries.push(...page.entries)
    if (page.entries.length === 0 || entries.length >= page.total) break
  }
  return entries
}

type List<Entry> = {
  /** What came with the detail. */
  readonly first: readonly Entry[]
  readonly total: number
  /** Must stay the same function for the same list. */
  readonly read: ReadPage<Entry>
}

/** A list that begins with what is there and reads on when more is wanted; anew when its total changes. */
export function useMore<Entry>({ first, total, read }: List<Entry>, wanted: number): readonly Entry[] {
  const [more, setMore] = useState<{ readonly of: ReadPage<Entry>; readonly entries: readonly Entry[] } | null>(null)
  const enough = Math.min(wanted, total) <= first.length
  useEffect(() => {
    if (enough) return
    let live = true
    readFirst(read, Math.min(wanted, total)).then(
      entries => live && setMore({ of: read, entries }),
      error => live && showToast(sentenceOf(error), 'bad'),
    )
    return () => {
      live = false
    }
  }, [enough, read, total, wanted])
  return enough || more?.of !== read ? first.slice(0, wanted) : more.entries
}
