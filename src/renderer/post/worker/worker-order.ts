import type { JobRef } from '../../../shared/job'
import type { PostId, PostOrder } from '../../../shared/outbox'
import type { ProgressInput } from '../../../shared/progress'

export const workerOrder = (ref: JobRef, id: PostId, input: ProgressInput): PostOrder => ({
  id,
  connectionId: ref.connectionId,
  content: { kind: 'progress', jobId: ref.jobId, input },
  form: null,
})
