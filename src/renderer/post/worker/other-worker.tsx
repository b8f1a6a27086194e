import { TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import type { JobRef } from '../../../shared/job'
import { cautionSentence } from '../../../shared/post-wording'
import { usePreview } from '../use-preview'
import { workerOrder } from './worker-order'

/** Main knows whether a job was created here, as it says before a single report. */
export function OtherWorker({ jobRef }: { readonly jobRef: JobRef }) {
  const { connectionId, jobId } = jobRef
  // One id as long as it is this job: each other order would be asked about anew.
  const order = useMemo(
    () => workerOrder({ connectionId, jobId }, crypto.randomUUID(), { processedItems: 0 }),
    [connectionId, jobId],
  )
  const { preview } = usePreview(order)
  if (preview === null || !preview.cautions.includes('not-created-here')) return null
  return (
    <p role="note" className="flex items-start gap-2 text-soft">
      <TriangleAlert size="0.875rem" aria-hidden className="mt-0.5 shrink-0 text-warn" />
      {cautionSentence('not-created-here', null)}
    </p>
  )
}
