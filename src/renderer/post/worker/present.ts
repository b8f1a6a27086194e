import type { Post } from '../../../shared/outbox'
import type { ProgressInput } from '../../../shared/progress'
import type { WatchedJob } from '../../../shared/snapshot'
import type { Pending } from './worker-state'

/** A post of the panel: what it says, what became of it (null: main has not answered), and whether its end is open. */
export type Given = { readonly input: ProgressInput; readonly post: Post | null; readonly isOpen: boolean }

export type Present = { readonly processed: number | null; readonly stage: string | null }

/** What stands now: what was pressed, else what is on its way, else what the server last said. */
export function presentOf(watched: WatchedJob, last: Given | null, pending: Pending): Present {
  const server = serverSays(watched, last?.post ?? null)
  const onItsWay = last?.isOpen && last.post?.state !== 'refused' ? last.input : {}
  return {
    processed: pending.processed ?? onItsWay.processedItems ?? server.processed,
    stage: pending.stage ?? onItsWay.stage ?? server.stage,
  }
}

/** The reply to the last post may be newer than the last look at the job. */
function serverSays({ job, seenAt }: WatchedJob, last: Post | null): Present {
  const after = last?.after ?? null
  if (after !== null && (seenAt === null || after.at > seenAt))
    return { processed: after.processed, stage: after.stage }
  return { processed: job?.processed ?? null, stage: job?.stage ?? null }
}
