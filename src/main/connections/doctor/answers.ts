import type { Fault } from '../../../shared/fault'
import type { Answered, Asked } from './evidence'

/** There was no key to ask with, or the question could not even be formed: the server was never asked. */
export const isUnsent = (fault: Answered | undefined): fault is Extract<Fault, { kind: 'no-key' | 'rejected' }> =>
  fault?.kind === 'no-key' || (fault?.kind === 'rejected' && fault.status === 0)

export const isRefusal = (fault: Answered | undefined): boolean =>
  fault?.kind === 'unauthorized' || fault?.kind === 'forbidden'

/** Whoever says "no such job" may only know no such path. */
export const mayBeNowhere = (fault: Answered | undefined): boolean =>
  fault?.kind === 'not-found' || (fault?.kind === 'rejected' && fault.status !== 0)

/** Answers that a jobs API gives to a question about a job that cannot exist. */
export const isOfAnApi = (fault: Answered | undefined): boolean =>
  fault === null || isRefusal(fault) || mayBeNowhere(fault) || fault?.kind === 'conflict'

const isSame = (a: Answered | undefined, b: Answered | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * True when the server answers for the jobs as it does for a path that no API has. A FastAPI server says 404 to both, in
 * other words; where the words are the same too, the question without a key may tell: only a path that exists asks for one.
 */
export function isNowhere({ read, nowhere, unsigned, unsignedNowhere }: Omit<Asked, 'aheadMs' | 'answered'>): boolean {
  if (!mayBeNowhere(read) || nowhere === undefined || !isSame(read, nowhere)) return false
  return unsigned === undefined || unsigned?.kind === unsignedNowhere?.kind
}
