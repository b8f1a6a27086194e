/** The order in which workers of the vendor go through a job, by the vendor's own examples (api-notes section 2). */
const usualStages: readonly string[] = ['downloading', 'transforming', 'uploading', 'dispatched']

/** The usual ones first, then those seen on jobs; each once. */
export const stageSuggestions = (seen: readonly (string | null)[]): readonly string[] => [
  ...new Set([...usualStages, ...seen.filter(stage => stage !== null && stage !== '')].filter(stage => stage !== null)),
]

/** The stages that a job went through, in their order. */
export type Course = readonly string[]

/**
 * What most often came after this stage (null: what most often came first) in the courses given, the earlier of them where
 * it is even; null where none of them says. Nothing is guessed: what is sent cannot be taken back.
 */
export function nextStage(present: string | null, courses: readonly Course[]): string | null {
  const times = new Map<string, number>()
  for (const course of courses) {
    const next = present === null ? course[0] : followerIn(course, present)
    if (next !== undefined) times.set(next, (times.get(next) ?? 0) + 1)
  }
  return [...times].reduce<readonly [string | null, number]>(
    (best, one) => (one[1] > best[1] ? one : best),
    [null, 0],
  )[0]
}

function followerIn(course: Course, stage: string): string | undefined {
  const at = course.indexOf(stage)
  return at === -1 ? undefined : course[at + 1]
}
