import type { WatchedJob } from '../../shared/snapshot'
import { type Group, groupOf } from '../../shared/standing'
import { statesOf } from '../../shared/state-words'
import { jobTypeName } from '../../shared/wording'
import { searchTextOf } from './search'

export const queryFields = ['state', 'type', 'connection', 'id', 'is'] as const
export type QueryField = (typeof queryFields)[number]

/** Words of `state:` and the group or state that each stands for. */
export const stateWords = [
  'active',
  'attention',
  'recent',
  'queued',
  'running',
  'finished',
  'warnings',
  'partial',
  'failed',
  'cancelled',
  'unknown',
] as const
export const isWords = ['pinned', 'muted', 'stalled', 'gone', 'unreachable', 'linked'] as const

/** `state:failed type:crawl sku words`. Words must all occur; of several values of one field one must fit. */
export type Query = {
  readonly words: readonly string[]
  readonly fields: ReadonlyMap<QueryField, readonly string[]>
}

/** Words that look like a field and are none, such as `since:monday`: an address or an id may hold a colon too. */
export const oddFields = ({ words }: Query): readonly string[] => words.filter(word => /^[a-z]+:(?!\/\/)/.test(word))

/** Words that look as though they were to leave jobs out, such as `-state:running`: there is no such word. */
export const leftOut = ({ words }: Query): readonly string[] =>
  words.filter(word => /^[-!]/.test(word) && queryFields.some(field => word.startsWith(`${field}:`, 1)))

/** Blanks part the words; within quotes, closed or not yet, they do not. */
const token = /[a-z]+:"([^"]*)"?|"([^"]*)"?|\S+/g

export function queryOf(filter: string): Query {
  const words: string[] = []
  const fields = new Map<QueryField, string[]>()
  for (const [part] of filter.toLowerCase().matchAll(token)) {
    const [, name, value] = /^([a-z]+):(.*)$/s.exec(part) ?? []
    const field = queryFields.find(known => known === name)
    const text = (field === undefined ? part : (value ?? '')).replaceAll('"', '')
    if (text === '') continue
    // An address or an id may hold a colon too: what is no field of ours is a word.
    if (field === undefined) words.push(text)
    else fields.set(field, [...(fields.get(field) ?? []), text])
  }
  return { words, fields }
}

export const isEmptyQuery = ({ words, fields }: Query): boolean => words.length === 0 && fields.size === 0

type About = {
  readonly connection: string
  /** `refKey`s of jobs with an unseen bad ending. */
  readonly unseen: ReadonlySet<string>
}

export function fits(query: Query, watched: WatchedJob, about: About): boolean {
  for (const [field, values] of query.fields) {
    const own = wordsFor(field, watched, about)
    const fit = (value: string) => own.some(word => (field === 'id' ? word.includes(value) : word.startsWith(value)))
    if (!values.some(fit)) return false
  }
  if (query.words.length === 0) return true
  const text = searchTextOf(watched, about.connection)
  return query.words.every(word => text.includes(word))
}

function wordsFor(field: QueryField, watched: WatchedJob, { connection, unseen }: About): readonly string[] {
  const { job, ref } = watched
  switch (field) {
    case 'state':
      return [groupOf(watched, unseen) satisfies Group, ...statesOf(watched)]
    case 'type':
      return job === null ? [] : [job.jobType ?? '', jobTypeName(job.jobType)].map(text => text.toLowerCase())
    case 'connection':
      return [connection.toLowerCase(), ...connection.toLowerCase().split(/\s+/), watched.vendor]
    case 'id':
      return [ref.jobId.toLowerCase()]
    case 'is':
      return isWords.filter(word => marks[word](watched))
  }
}

const marks: Readonly<Record<(typeof isWords)[number], (watched: WatchedJob) => boolean>> = {
  pinned: ({ pinned }) => pinned === true,
  muted: ({ muted }) => muted === true,
  stalled: ({ stalledSince }) => stalledSince != null,
  gone: ({ gone }) => gone,
  unreachable: ({ fault }) => fault?.fault.kind === 'unreachable',
  linked: ({ origin }) => origin === 'linked',
}
