import { createHash } from 'node:crypto'
import {
  type FoundIssue,
  type IssueFilter,
  type IssueKind,
  type IssueListName,
  type IssueOverview,
  type IssuePage,
  mostGroups,
} from '../../shared/issues'
import type { JobRef } from '../../shared/job'
import type { FilingTable } from '../journal/filing'
import { freshAmong, kindKey, marksIn, matcherOf, sumOf, type Tally, tallyOf } from './tally'

export type ListReaderPorts = {
  readonly filing: FilingTable
  /** Lets others have their turn; called between pages, of which each takes a few ms. */
  readonly breathe: () => Promise<void>
}

type PageFacts = {
  readonly page: number
  /** Of what the search finds. */
  readonly tally: readonly Tally[]
  /** Of those, what is new. */
  readonly freshTally: readonly Tally[]
}
type Facts = {
  readonly version: string
  readonly total: number
  readonly looked: boolean
  readonly pages: readonly PageFacts[]
}
type Query = { readonly ref: JobRef; readonly list: IssueListName; readonly search: string }

/** A list that changes all the time is answered as well as can be. */
const mostAgain = 3

const countOf = (tally: readonly Tally[], kind: IssueKind | null): number =>
  tally.reduce((sum, one) => sum + (kind === null || kindKey(one) === kindKey(kind) ? one.count : 0), 0)

/** Groups and stretches of a long list, from what was filed of its pages; only what must be is read from them. */
export function createListReader({ filing, breathe }: ListReaderPorts) {
  let kept: { readonly of: string; readonly facts: Facts } | null = null
  let looks = 0

  /** By page, for pages that are not as they were at the last look; null: there was none. */
  const freshFlags = async ({ ref, list }: Query, digests: readonly { page: number; digest: string }[]) => {
    const looked = filing.looked(ref, list)
    if (looked.length === 0) return null
    const then = new Map(looked.map(({ page, digest }) => [page, digest]))
    const same = new Set(digests.filter(({ page, digest }) => then.get(page) === digest).map(({ page }) => page))
    const known = marksIn(looked.filter(({ page }) => !same.has(page)).map(({ marks }) => marks))
    const flags = new Map<number, readonly boolean[]>()
    for (const { page } of digests) {
      if (same.has(page)) continue
      flags.set(page, freshAmong(filing.issuesOn(ref, list, page), known))
      await breathe()
    }
    return flags
  }

  const versionOf = (digests: readonly { readonly digest: string }[]): string =>
    createHash('sha1')
      .update(`${looks} ${digests.map(({ digest }) => digest).join(' ')}`)
      .digest('base64')
      .slice(0, 12)

  const factsOf = async (query: Query): Promise<Facts> => {
    const { ref, list, search } = query
    const digests = filing.digests(ref, list)
    const version = versionOf(digests)
    const of = JSON.stringify([ref, list, search, version])
    if (kept?.of === of) return kept.facts
    const filed = filing.tallies(ref, list)
    const flags = await freshFlags(query, digests)
    const matches = matcherOf(search)
    const pages: PageFacts[] = []
    let total = 0
    for (const { page, digest } of digests) {
      const known = filed.get(page)
      const fresh = flags?.get(page)
      if (known?.digest === digest && matches === null && fresh === undefined) {
        total += countOf(known.tally, null)
        pages.push({ page, tally: known.tally, freshTally: [] })
        continue
      }
      const issues = filing.issuesOn(ref, list, page)
      total += issues.length
      const found = matches === null ? issues : issues.filter(matches)
      const news =
        fresh === undefined ? [] : issues.filter((issue, index) => fresh[index] && (matches?.(issue) ?? true))
      pages.push({ page, tally: tallyOf(found), freshTally: tallyOf(news) })
      await breathe()
    }
    const facts = { version, total, looked: flags !== null, pages }
    kept = { of, facts }
    return facts
  }

  const pageOnce = async (
    query: Query,
    { kind, fresh }: IssueFilter,
    offset: number,
    limit: number,
  ): Promise<IssuePage> => {
    const { ref, list, search } = query
    const { version, pages } = await factsOf(query)
    const flags = await freshFlags(query, filing.digests(ref, list))
    const matches = matcherOf(search)
    const entries: FoundIssue[] = []
    let total = 0
    for (const { page, tally, freshTally } of pages.toReversed()) {
      const many = countOf(fresh ? freshTally : tally, kind)
      const from = Math.max(0, offset + entries.length - total)
      if (many > from && entries.length < limit && offset < total + many) {
        const news = flags?.get(page)
        const found = filing
          .issuesOn(ref, list, page)
          .map((issue, index) => ({ issue, isFresh: news?.[index] ?? false }))
          .filter(
            ({ issue, isFresh }) =>
              (!fresh || isFresh) &&
              (kind === null || kindKey(issue) === kindKey(kind)) &&
              (matches === null || matches(issue)),
          )
          .toReversed()
        entries.push(...found.slice(from, from + limit - entries.length))
        await breathe()
      }
      total += many
    }
    return { version, total, entries }
  }

  return {
    async overview(ref: JobRef, list: IssueListName, { search, fresh }: IssueFilter): Promise<IssueOverview> {
      const { version, total, looked, pages } = await factsOf({ ref, list, search })
      const news = sumOf(pages.map(page => page.freshTally))
      const groups = [...sumOf(pages.map(page => (fresh ? page.freshTally : page.tally)))]
        .map(([key, tally]) => ({ ...tally, fresh: news.get(key)?.count ?? 0 }))
        .sort((a, b) => b.count - a.count)
      return {
        version,
        total,
        fresh: looked ? countOf([...news.values()], null) : null,
        groups: groups.slice(0, mostGroups),
        groupCount: groups.length,
      }
    },
    /** Newest first. */
    async page(
      ref: JobRef,
      list: IssueListName,
      filter: IssueFilter,
      offset: number,
      limit: number,
    ): Promise<IssuePage> {
      const query = { ref, list, search: filter.search }
      let answer = await pageOnce(query, filter, offset, limit)
      // The list may have changed while others had their turn: then its count is one list's and its entries another's.
      for (let again = 0; again < mostAgain && answer.version !== versionOf(filing.digests(ref, list)); again += 1)
        answer = await pageOnce(query, filter, offset, limit)
      return answer
    },
    /** From now on only what comes is new. */
    async looked(ref: JobRef, list: IssueListName): Promise<void> {
      while (filing.fileNextOf(ref, list)) await breathe()
      filing.markLooked(ref, list)
      looks += 1
    },
  }
}

export type ListReader = ReturnType<typeof createListReader>
