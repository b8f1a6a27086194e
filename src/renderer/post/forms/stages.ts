/** The order in which workers of the vendor go through a job, by the vendor's own examples (api-notes section 2). */
export const usualStages: readonly string[] = ['downloading', 'transforming', 'uploading', 'dispatched']

/** The usual ones first, then those seen on jobs; each once. */
export const stageSuggestions = (seen: readonly (string | null)[]): readonly string[] => [
  ...new Set([...usualStages, ...seen.filter(stage => stage !== null && stage !== '')].filter(stage => stage !== null)),
]

/** The stage after this one: the first for an unknown one, null after the last. */
export function nextStage(present: string | null): string | null {
  const at = usualStages.indexOf(present ?? '')
  return usualStages[at + 1] ?? null
}
