import type { ConnectionId } from '../../shared/connection'
import { type Group, groupOf, unseenWorries } from '../../shared/standing'
import type { Mirror } from '../state/mirror'
import { compareInGroup } from '../state/rank'
import { searchTextOf, wordsOf } from './search'

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

export type Wanted = { readonly filter: string; readonly scope: ConnectionId | null }

export function arrange(mirror: Mirror, wanted: Wanted): Arranged {
  const unseen = unseenWorries(mirror.notices)
  const words = wordsOf(wanted.filter)
  const buckets: Record<Group, [string, Parameters<typeof groupOf>[0]][]> = { active: [], attention: [], recent: [] }
  for (const [key, watched] of mirror.jobs) {
    if (wanted.scope !== null && watched.ref.connectionId !== wanted.scope) continue
    if (words.length > 0) {
      const text = searchTextOf(watched, mirror.connections.get(watched.ref.connectionId)?.name ?? '')
      if (!words.every(word => text.includes(word))) continue
    }
    buckets[groupOf(watched, unseen)].push([key, watched])
  }
  const lines: Line[] = []
  const keys: string[] = []
  for (const group of groups) {
    const bucket = buckets[group].sort(([, a], [, b]) => compareInGroup(group, a, b))
    if (bucket.length > 0) lines.push({ kind: 'heading', group, count: bucket.length })
    for (const [key] of bucket) {
      lines.push({ kind: 'job', key })
      keys.push(key)
    }
  }
  return { lines, keys }
}
