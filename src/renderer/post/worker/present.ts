import type { Post } from '../../../shared/outbox'
import type { WatchedJob } from '../../../shared/snapshot'
import type { Pending } from './worker-state'

export type Present = { readonly processed: number | null; readonly stage: string | null }

/** What stands now: what was pressed, else what is on its way, else what the server last said. */
export function presentOf(watched: WatchedJob, last: Post | null, pending: Pending): Present {
  const server = serverSays(watched, last)
  const input = last?.content.kind === 'progress' && isOpen(last) ? last.content.input : {}
  return {
    processed: pending.processed ?? input.processedItems ?? server.processed,
    stage: pending.stage ?? input.stage ?? server.stage,
  }
}

const isOpen = ({ state }: Post): boolean => state === 'waiting' || state === 'sending' || state === 'unknown'

/** The reply to the last post may be newer than the last look at the job. */
function serverSays({ job, seenAt }: WatchedJob, last: Post | null): Present {
  const after = last?.after ?? null
  if (after !== null && (seenAt === null || after.at > seenAt))
    return { processed: after.processed, stage: after.stage }
  return { processed: job?.processed ?? null, stage: job?.stage ?? null }
}
