import type { WatchedJob } from '../../shared/snapshot'
import { type Group, groupOf } from '../../shared/standing'
import { statesOf } from '../../shared/state-words'
import { jobTypeName } from '../../shared/wording'
import { searchTextOf } from './search'
import { isStateWord, statePhrases } from './state-phrases'

export const queryFields = ['state', 'type', 'connection', 'id', 'is'] as const
export type QueryField = (typeof queryFields)[number]

export const isWords = ['pinned', 'muted', 'stalled', 'gone', 'unreachable', 'linked'] as const

type Terms = {
  readonly words: readonly string[]
  readonly fields: ReadonlyMap<QueryField, readonly string[]>
  /** Fields with nothing after them, which ask for nothing. */
  readonly bare: readonly QueryField[]
}

/**
 * `state:failed type:crawl sku words -is:muted`. Words must all occur; of several values of one field, as in
 * `state:failed,partial`, one must fit; of what a minus stands before nothing may.
 */
export type Query = Terms & {
  readonly without: Terms
  /** Quotes or a minus alone, which ask for nothing and leave nothing out. */
  readonly idle: readonly string[]
}

/** Words that look like a field and are none, such as `since:monday`: an address or an id may hold a colon too. */
export const oddFields = ({ words }: Query): readonly string[] => words.filter(word => /^[a-z]+:(?!\/\/)/.test(word))

/** Words such as `!state:running`, which other programs take for a minus. */
export const otherMinus = ({ words }: Query): readonly string[] =>
  words.filter(word => word.startsWith('!') && queryFields.some(field => word.startsWith(`${field}:`, 1)))

/** Words such as `crawl,import`, in which a comma is no *or*: an id or a message may hold one. */
export const withComma = ({ words }: Query): readonly string[] => words.filter(word => word.includes(','))

/** Blanks part the words, and commas the values of a field; within quotes, closed or not yet, they do not. */
const token = /-?[a-z]+:(?:"[^"]*"?|[^\s",][^\s,]*)?(?:,(?:"[^"]*"?|[^\s",][^\s,]*)?)*|-?"[^"]*"?|\S+/gi
const value = /"[^"]*"?|[^,]+/g

/** The words and fields of a filter, as they were typed. */
export const partsOf = (filter: string): readonly string[] => filter.match(token) ?? []

export function queryOf(filter: string): Query {
  const parts = partsOf(filter.toLowerCase())
  const isIdle = (part: string) => /^-*"*$/.test(part)
  const asking = parts.filter(part => !isIdle(part))
  const isOut = (part: string) => part.startsWith('-')
  return {
    ...termsOf(asking.filter(part => !isOut(part))),
    without: termsOf(asking.filter(isOut).map(part => part.slice(1))),
    idle: parts.filter(isIdle),
  }
}

function termsOf(parts: readonly string[]): Terms {
  const words: string[] = []
  const fields = new Map<QueryField, string[]>()
  const bare: QueryField[] = []
  for (const part of parts) {
    const [, name, said = ''] = /^([a-z]+):(.*)$/s.exec(part) ?? []
    const field = queryFields.find(known => known === name)
    // An address or an id may hold a colon too: what is no field of ours is a word. An id's commas are its own.
    const texts = (field === undefined ? [part] : field === 'id' ? [said] : (said.match(value) ?? []))
      .map(text => text.replaceAll('"', ''))
      .filter(text => text !== '')
    if (field === undefined) words.push(...texts)
    else if (texts.length === 0) bare.push(field)
    else {
      const others = fields.get(field) ?? []
      for (const text of texts) others.push(text)
      fields.set(field, others)
    }
  }
  return { words, fields, bare }
}

const isEmpty = ({ words, fields }: Terms): boolean => words.length === 0 && fields.size === 0

export const leavesOut = ({ without }: Query): boolean => !isEmpty(without)

export const isEmptyQuery = (query: Query): boolean => isEmpty(query) && !leavesOut(query)

type About = {
  readonly connection: string
  /** `refKey`s of jobs with an unseen bad ending. */
  readonly unseen: ReadonlySet<string>
}

export function fits(query: Query, watched: WatchedJob, about: About): boolean {
  const { words, fields, without } = query
  for (const [field, values] of fields) if (!hasOneOf(field, values, watched, about)) return false
  for (const [field, values] of without.fields) if (hasOneOf(field, values, watched, about)) return false
  if (words.length === 0 && without.words.length === 0) return true
  const text = searchTextOf(watched, about.connection)
  return words.every(word => text.includes(word)) && !without.words.some(word => text.includes(word))
}

/** Whether one of the values of a field is this job's. */
export function hasOneOf(field: QueryField, values: readonly string[], watched: WatchedJob, about: About): boolean {
  const own = wordsFor(field, watched, about)
  const begins = (value: string) => (word: string) => word.startsWith(value)
  return values.some(value => {
    if (field === 'id') return own.some(word => word.includes(value))
    if (own.some(begins(value))) return true
    if (field !== 'state' || isStateWord(value)) return false
    return statePhrases(watched, groupOf(watched, about.unseen)).some(begins(value))
  })
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
