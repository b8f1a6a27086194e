import type { Mirror } from './mirror'

let known: { readonly shape: number; readonly types: readonly string[] } = { shape: -1, types: [] }

/** The types of all watched jobs, in their order; gathered anew only when one may have come or gone. */
export function jobTypesOf({ shape, jobs }: Mirror): readonly string[] {
  if (known.shape === shape) return known.types
  const types = new Set<string>()
  for (const { job } of jobs.values()) if (job?.jobType) types.add(job.jobType)
  const sorted = [...types].sort()
  // The same list as before is the same object, so that nothing is drawn for it.
  const same = sorted.length === known.types.length && sorted.every((type, index) => type === known.types[index])
  known = { shape, types: same ? known.types : sorted }
  return known.types
}
