import type { ExportProgress } from '../../shared/issues'

/** How a long piece of work tells how far it is, and hears that nobody wants it any more. */
export type Course = {
  readonly signal: AbortSignal
  readonly tell: (step: ExportProgress['step'], done: number, total: number) => void
}

/** Ms between two words of how far it is; what is done sooner says nothing. */
const between = 200

export type CoursesPorts = {
  readonly push: (progress: ExportProgress) => void
  readonly monotonic: () => number
}

/** What is saved at the moment, by the name that the window gave it. */
export function createCourses({ push, monotonic }: CoursesPorts) {
  const going = new Map<string, AbortController>()
  return {
    /** Null when it was cancelled. Throws what the work throws. */
    async run<T>(id: string, work: (course: Course) => Promise<T>): Promise<T | null> {
      const stopper = new AbortController()
      const { signal } = stopper
      let told = monotonic()
      going.set(id, stopper)
      try {
        return await work({
          signal,
          tell(step, done, total) {
            const now = monotonic()
            if (now - told < between) return
            told = now
            push({ id, step, done, total })
          },
        })
      } catch (error) {
        if (signal.aborted) return null
        throw error
      } finally {
        going.delete(id)
      }
    },
    stop(id: string): void {
      going.get(id)?.abort()
    },
  }
}
