import type { IssueFilter, IssueGroup, IssueOverview, IssuePage } from '../../../src/shared/issues'
import type { JobIssue } from '../../../src/shared/job'

const kindOf = ({ errorType, step, entityType }: JobIssue | NonNullable<IssueFilter['kind']>): string =>
  [errorType, step, entityType].join('\n')

/** Of entries newest first, as a main process of the mind sees them; every fourth is new. */
const found = (issues: readonly JobIssue[], { search, kind, fresh }: IssueFilter) =>
  issues
    .map((issue, index) => ({ issue, isFresh: index % 4 === 0 }))
    .filter(
      ({ issue, isFresh }) =>
        JSON.stringify(issue).toLowerCase().includes(search.toLowerCase()) &&
        (kind === null || kindOf(issue) === kindOf(kind)) &&
        (!fresh || isFresh),
    )

export function overviewOf(issues: readonly JobIssue[], filter: IssueFilter): IssueOverview {
  const groups = new Map<string, IssueGroup>()
  for (const { issue, isFresh } of found(issues, { ...filter, kind: null })) {
    const known = groups.get(kindOf(issue)) ?? {
      ...issue,
      sample: issue,
      count: 0,
      fresh: 0,
      first: issue.timestamp,
      last: issue.timestamp,
    }
    groups.set(kindOf(issue), { ...known, count: known.count + 1, fresh: known.fresh + (isFresh ? 1 : 0) })
  }
  const fresh = Math.ceil(issues.length / 4)
  return { version: '1', total: issues.length, fresh, groups: [...groups.values()], groupCount: groups.size }
}

export function pageOf(issues: readonly JobIssue[], filter: IssueFilter, offset: number, limit: number): IssuePage {
  const all = found(issues, filter)
  return { version: '1', total: all.length, entries: all.slice(offset, offset + limit) }
}
