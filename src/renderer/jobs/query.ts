import type { WatchedJob } from '../../shared/snapshot'
import { type Group, groupOf } from '../../shared/standing'
import { jobTypeName } from '../../shared/wording'
import { searchTextOf, wordsOf } from './search'

export const queryFields = ['state', 'type', 'connection', 'is'] as const
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

export function queryOf(filter: string): Query {
  const words: string[] = []
  const fields = new Map<QueryField, string[]>()
  for (const word of wordsOf(filter)) {
    const [, name, value] = /^([a-z]+):(.*)$/.exec(word) ?? []
    const field = queryFields.find(known => known === name)
    // An address or an id may hold a colon too: what is no field of ours is a word.
    if (field === undefined) words.push(word)
    else if (value !== undefined && value !== '') fields.set(field, [...(fields.get(field) ?? []), value])
  }
  return { words, fields }
}

type About = {
  readonly connection: string
  /** `refKey`s of jobs with an unseen bad ending. */
  readonly unseen: ReadonlySet<string>
}

export function fits(query: Query, watched: WatchedJob, about: About): boolean {
  for (const [field, values] of query.fields) {
    const own = wordsFor(field, watched, about)
    if (!values.some(value => own.some(word => word.startsWith(value)))) return false
  }
  if (query.words.length === 0) return true
  const text = searchTextOf(watched, about.connection)
  return query.words.every(word => text.includes(word))
}

function wordsFor(field: QueryField, watched: WatchedJob, { connection, unseen }: About): readonly string[] {
  const { job } = watched
  switch (field) {
    case 'state':
      return [groupOf(watched, unseen) satisfies Group, ...statesOf(watched)]
    case 'type':
      return job === null ? [] : [job.jobType ?? '', jobTypeName(job.jobType)].map(text => text.toLowerCase())
    case 'connection':
      return [connection.toLowerCase(), ...connection.toLowerCase().split(/\s+/), watched.vendor]
    case 'is':
      return isWords.filter(word => marks[word](watched))
  }
}

const outcomeWords = {
  succeeded: 'finished',
  warned: 'warnings',
  partial: 'partial',
  failed: 'failed',
  cancelled: 'cancelled',
  unknown: 'unknown',
} as const

function statesOf({ job }: WatchedJob): readonly string[] {
  if (job === null) return ['unknown']
  return [job.outcome === null ? job.phase : outcomeWords[job.outcome], job.status.toLowerCase()]
}

const marks: Readonly<Record<(typeof isWords)[number], (watched: WatchedJob) => boolean>> = {
  pinned: ({ pinned }) => pinned === true,
  muted: ({ muted }) => muted === true,
  stalled: ({ stalledSince }) => stalledSince != null,
  gone: ({ gone }) => gone,
  unreachable: ({ fault }) => fault?.fault.kind === 'unreachable',
  linked: ({ origin }) => origin === 'linked',
}

/** What the last word typed could become, whole filters each; none when it is not in the middle of a field. */
export function completions(
  filter: string,
  known: { readonly types: readonly string[]; readonly connections: readonly string[] },
): readonly string[] {
  const [, before = '', last = ''] = /^(.*?)(\S*)$/s.exec(filter) ?? []
  const typed = last.toLowerCase()
  if (typed === '') return []
  const at = typed.indexOf(':')
  if (at < 0) return queryFields.filter(field => field.startsWith(typed)).map(field => `${before}${field}:`)
  const field = queryFields.find(name => name === typed.slice(0, at))
  if (field === undefined) return []
  const values = { state: stateWords, is: isWords, type: known.types, connection: known.connections }[field]
  return values
    .map(value => value.toLowerCase().replace(/\s+.*$/s, ''))
    .filter((value, index, all) => all.indexOf(value) === index && value !== typed.slice(at + 1))
    .filter(value => value.startsWith(typed.slice(at + 1)))
    .slice(0, 8)
    .map(value => `${before}${field}:${value} `)
}
