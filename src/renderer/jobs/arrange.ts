import type { ConnectionId } from '../../shared/connection'
import { type Group, groupOf, unseenWorries } from '../../shared/standing'
import type { Mirror } from '../state/mirror'
import type { Sort } from './list-view'
import { fits, queryOf } from './query'
import { compareBy } from './sort'

export const groups = ['active', 'attention', 'recent'] as const satisfies readonly Group[]

/** One line of the list; a job is named by its key so that its row can look the rest up by itself. */
export type Line =
  | { readonly kind: 'heading'; readonly group: Group; readonly count: number }
  | { readonly kind: 'job'; readonly key: string }

export type Arranged = {
  readonly lines: readonly Line[]
  /** Keys in the order shown. */
  readonly keys: readonly string[]
}

export type Wanted = {
  readonly filter: string
  readonly scope: ConnectionId | null
  readonly sort: Sort
  /** False: one list without headings. */
  readonly grouped: boolean
}

export function arrange(mirror: Mirror, wanted: Wanted): Arranged {
  const unseen = unseenWorries(mirror.notices)
  const query = queryOf(wanted.filter)
  const filtered = query.words.length > 0 || query.fields.size > 0
  const buckets: Record<Group, [string, Parameters<typeof groupOf>[0]][]> = { active: [], attention: [], recent: [] }
  for (const [key, watched] of mirror.jobs) {
    if (wanted.scope !== null && watched.ref.connectionId !== wanted.scope) continue
    if (filtered) {
      const connection = mirror.connections.get(watched.ref.connectionId)?.name ?? ''
      if (!fits(query, watched, { connection, unseen })) continue
    }
    buckets[groupOf(watched, unseen)].push([key, watched])
  }
  const lines: Line[] = []
  const keys: string[] = []
  if (!wanted.grouped && wanted.sort !== 'standing') {
    // One list in one order; by state, the groups follow each other as they are.
    buckets.active = groups.flatMap(group => buckets[group])
    buckets.attention = []
    buckets.recent = []
  }
  for (const group of groups) {
    const compare = compareBy(wanted.sort, group)
    const bucket = buckets[group].sort(([, a], [, b]) => compare(a, b))
    if (wanted.grouped && bucket.length > 0) lines.push({ kind: 'heading', group, count: bucket.length })
    for (const [key] of bucket) {
      lines.push({ kind: 'job', key })
      keys.push(key)
    }
  }
  return { lines, keys }
}
