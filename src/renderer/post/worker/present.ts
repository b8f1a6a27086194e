import { itemsFailedBy } from '../../../shared/items-left'
import type { Post } from '../../../shared/outbox'
import type { ProgressInput } from '../../../shared/progress'
import type { WatchedJob } from '../../../shared/snapshot'
import type { Pending } from './worker-state'

/** A post of the panel: what it says, what became of it (null: main has not answered), and whether its end is open. */
export type Given = { readonly input: ProgressInput; readonly post: Post | null; readonly isOpen: boolean }

export type Present = {
  readonly processed: number | null
  readonly failed: number | null
  readonly stage: string | null
}

/** What stands now: what was pressed, else what is on its way, else what the server last said. `posted`: newest first. */
export function presentOf(watched: WatchedJob, posted: readonly Given[], pending: Pending): Present {
  const server = serverSays(watched, posted)
  const onItsWay = posted.flatMap(({ isOpen, input, post }) => (isOpen && post?.state !== 'refused' ? [input] : []))
  const said = <Field extends 'processedItems' | 'stage'>(field: Field) =>
    onItsWay.find(input => input[field] !== undefined)?.[field]
  const errors = [...pending.errors, ...onItsWay.flatMap(({ error }) => error ?? [])]
  const failing = itemsFailedBy(errors)
  return {
    failed: failing === 0 ? server.failed : (server.failed ?? 0) + failing,
    processed: pending.processed ?? said('processedItems') ?? server.processed,
    stage: pending.stage ?? said('stage') ?? server.stage,
  }
}

/** The reply to the last post that has one may be newer than the last look at the job. */
function serverSays({ job, seenAt }: WatchedJob, posted: readonly Given[]): Present {
  const after = posted.find(({ post }) => post !== null && post.after !== null)?.post?.after ?? null
  if (after !== null && (seenAt === null || after.at > seenAt))
    return { processed: after.processed, failed: after.failed, stage: after.stage }
  return { processed: job?.processed ?? null, failed: job?.failed ?? null, stage: job?.stage ?? null }
}
