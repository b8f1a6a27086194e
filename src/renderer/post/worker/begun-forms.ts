import { type JobRef, refKey } from '../../../shared/job'
import type { TypedError } from './typed-error'

/** What stands in the one small form of worker mode that is open. */
export type BegunForm =
  | { readonly kind: 'error'; readonly typed: TypedError | null }
  | { readonly kind: 'fail'; readonly why: string }

const mostJobs = 50

/**
 * The form that is open for each job: kept beside the panel, so that what is half typed is not lost when another mode, page
 * or job is looked at meanwhile. Null: none is open.
 */
export function createBegunForms() {
  const begun = new Map<string, BegunForm>()
  return {
    of: (ref: JobRef): BegunForm | null => begun.get(refKey(ref)) ?? null,
    keep(ref: JobRef, form: BegunForm | null): void {
      const key = refKey(ref)
      begun.delete(key)
      if (form !== null) begun.set(key, form)
      const [oldest] = begun.keys()
      if (begun.size > mostJobs && oldest !== undefined) begun.delete(oldest)
    },
  }
}
