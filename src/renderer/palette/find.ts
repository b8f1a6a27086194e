import { shortId } from '../../shared/job'
import { splitJobIds } from '../../shared/job-id'
import type { WatchedJob } from '../../shared/snapshot'
import { jobTypeName, stateName } from '../../shared/wording'
import { wordsOf } from '../jobs/search'
import type { Command } from './commands'
import { scoreOf } from './fuzzy'

/** One line of the palette. `key` tells two apart and is remembered when it is chosen. */
export type Entry =
  | { readonly kind: 'command'; readonly key: string; readonly command: Command }
  | { readonly kind: 'job'; readonly key: string; readonly watched: WatchedJob; readonly connection: string }

export type Searched = {
  readonly commands: readonly Command[]
  readonly jobs: Iterable<readonly [key: string, watched: WatchedJob]>
  readonly connectionName: (id: string) => string
  /** Keys of what was chosen before, newest first. */
  readonly recent: readonly string[]
}

/** More lines than one reads; typing one more letter is quicker than scrolling. */
export const mostEntries = 40

/** The best first. With nothing typed: what was chosen lately, then every act. */
export function findEntries(typed: string, { commands, jobs, connectionName, recent }: Searched): readonly Entry[] {
  const words = wordsOf(typed)
  const id = idIn(typed)
  const lately = new Map(recent.map((key, index) => [key, recent.length - index]))
  const found: { readonly entry: Entry; readonly score: number }[] = []
  for (const command of commands) {
    const score = scoreOf(words, `${command.label} ${command.also ?? ''}`.toLowerCase())
    if (score === null) continue
    // An act outranks a job that fits as well: there are few acts and many jobs.
    found.push({ entry: { kind: 'command', key: command.id, command }, score: score + 50 + bonus(lately, command.id) })
  }
  for (const [key, watched] of jobs) {
    if (words.length === 0 && !lately.has(key)) continue
    const connection = connectionName(watched.ref.connectionId)
    const score = scoreOf(words, textOf(watched, connection))
    const named = id !== null && isNamedBy(id, watched.ref.jobId)
    if (named || score !== null)
      found.push({
        entry: { kind: 'job', key, watched, connection },
        score: (score ?? 0) + bonus(lately, key) + (named ? namedBonus : 0),
      })
  }
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, mostEntries)
    .map(({ entry }) => entry)
}

/** More than any act can reach, which has the same id in its label: what is named is to be opened. */
const namedBonus = 10_000

/** The id, or a part of one, that is typed or pasted, out of an address too; null: it reads like words. */
function idIn(typed: string): string | null {
  const [id, ...more] = splitJobIds(typed)
  return id !== undefined && more.length === 0 && id.length >= 4 && /\d/.test(id) ? id.toLowerCase() : null
}

const isNamedBy = (id: string, jobId: string): boolean => {
  const whole = jobId.toLowerCase()
  return whole.startsWith(id) || whole.endsWith(id) || shortId(whole).startsWith(id)
}

const bonus = (lately: ReadonlyMap<string, number>, key: string): number => (lately.get(key) ?? 0) * 60

const known = new WeakMap<WatchedJob, string>()

/** A watched job never changes in place, so its text is made once. */
function textOf(watched: WatchedJob, connection: string): string {
  const before = known.get(watched)
  if (before !== undefined) return before
  const { job, ref } = watched
  const name = job === null ? 'job' : `${jobTypeName(job.jobType)} ${stateName(job)}`
  const text = `${name} ${shortId(ref.jobId)} ${ref.jobId} ${connection}`.toLowerCase()
  known.set(watched, text)
  return text
}
