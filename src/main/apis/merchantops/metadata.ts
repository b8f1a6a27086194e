import type { JobLink } from '../../../shared/job'
import { checkJobId } from '../../../shared/job-id'
import { oneLine } from '../plain-text'
import { type OpenRecord, orNull } from '../reading'

const mostLinks = 100

function line(metadata: OpenRecord, name: string, max: number): string | null {
  const value = Object.hasOwn(metadata, name) ? metadata[name] : null
  return typeof value === 'string' ? orNull(oneLine(value, max)) : null
}

/** Other jobs named under `..._job_id` or `..._job_ids`; the one the vendor's page names comes first (api-notes E37). */
function links(metadata: OpenRecord, ownId: string): readonly JobLink[] {
  const names = Object.keys(metadata).filter(name => /_job_ids?$/.test(name))
  const ordered = [...names.filter(name => name === 'import_job_id'), ...names.filter(name => name !== 'import_job_id')]
  const found = new Map<string, JobLink>()
  for (const name of ordered) {
    for (const value of [metadata[name]].flat()) {
      const checked = typeof value === 'string' ? checkJobId('merchantops', value) : null
      if (!checked?.ok || checked.jobId === ownId || found.has(checked.jobId) || found.size >= mostLinks) continue
      found.set(checked.jobId, { via: oneLine(name, 80), jobId: checked.jobId })
    }
  }
  return [...found.values()]
}

/** What the progress call stamps into metadata, and the jobs named there. A metadata without a stage has none. */
export const readMetadata = (metadata: OpenRecord, ownId: string) => ({
  stage: line(metadata, 'stage', 120),
  lastMessage: line(metadata, 'last_message', 1_000),
  links: links(metadata, ownId),
})
