import type { Fault } from '../../shared/fault'
import type { JobsReading } from './jobs-api'

/** `unproven`: the server could not be asked, or answered something that says nothing about the key. */
export type KeyProof =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly fault: Extract<Fault, { kind: 'unauthorized' | 'forbidden' }> }
  | { readonly kind: 'unproven'; readonly fault: Fault }

/** The nil UUID: of the right form for both vendors, and never given to a job by either. */
export const impossibleJobId = '00000000-0000-0000-0000-000000000000'

/**
 * What FastAPI answers for a path it does not have; a missing job is told in words of its own. Whoever says this may be
 * another service, or the address lacks a part, so it proves nothing.
 */
const unknownPath = 'Not Found'

/** One read of a job that cannot exist: whoever says "no such job" has let the key in (issue 2). */
export async function proveKey(api: Pick<JobsReading, 'readStatus'>): Promise<KeyProof> {
  const answer = await api.readStatus(impossibleJobId)
  if (answer.ok) return { kind: 'accepted' }
  const { fault } = answer
  switch (fault.kind) {
    case 'not-found':
      return fault.said === unknownPath ? { kind: 'unproven', fault } : { kind: 'accepted' }
    case 'unauthorized':
    case 'forbidden':
      return { kind: 'refused', fault }
    default:
      return { kind: 'unproven', fault }
  }
}
