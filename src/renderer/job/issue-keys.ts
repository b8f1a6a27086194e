import type { JobIssue } from '../../shared/job'

/** An entry has no identity of its own and the same one may come twice: its content and how often it came (api-notes E41). */
export function withKeys(issues: readonly JobIssue[]): readonly { readonly key: string; readonly issue: JobIssue }[] {
  const seen = new Map<string, number>()
  return issues.map(issue => {
    const content = [issue.entityType, issue.entityKey, issue.errorType, issue.step, issue.timestamp].join('\n')
    const times = (seen.get(content) ?? 0) + 1
    seen.set(content, times)
    return { key: `${content}\n${times}`, issue }
  })
}
