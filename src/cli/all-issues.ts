import { type JobDetail, type JobIssue, type JobRef, mostOnAPage } from '../shared/job'
import type { Ask } from './ask'

/** A script gets every error or warning that the API listed: those of the detail, and the pages after them. */
export async function allIssues(
  ask: Ask,
  ref: JobRef,
  detail: JobDetail,
  list: 'errors' | 'warnings',
): Promise<readonly JobIssue[]> {
  const total = list === 'errors' ? detail.errorCount : detail.warningCount
  const issues = [...detail[list]]
  while (issues.length < total) {
    const { entries } = await ask(`jobs:read-${list}`, ref, issues.length, mostOnAPage)
    // Fewer than before: the job has changed meanwhile.
    if (entries.length === 0) break
    issues.push(...entries)
  }
  return issues
}
