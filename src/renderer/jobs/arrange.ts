import type { ConnectionId } from '../../shared/connection'
import { groupOf, unseenWorries } from '../../shared/standing'
import type { Mirror } from '../state/mirror'
import type { ListView } from './list-view'
import { type Group, groups, type Order, orderOf } from './order'
import { fits, isEmptyQuery, queryOf } from './query'

/** One line of the list; a job is named by its key so that its row can look the rest up by itself. */
export type Line =
  | { readonly kind: 'heading'; readonly group: Group; readonly count: number }
  | { readonly kind: 'job'; readonly key: string }

export type Arranged = {
  readonly lines: readonly Line[]
  /** Keys in the order shown. */
  readonly keys: readonly string[]
  /** Of those, how many need attention, and the first of them; null: none does. */
  readonly attention: { readonly count: number; readonly first: string } | null
}

export type Wanted = ListView & { readonly filter: string; readonly scope: ConnectionId | null }

/** The lines to be shown of an order; without one, it is made here. */
export function arrange(mirror: Mirror, wanted: Wanted, order: Order = orderOf(mirror, wanted, null)): Arranged {
  const query = queryOf(wanted.filter)
  const all = isEmptyQuery(query) && wanted.scope === null
  const unseen = unseenWorries(mirror.notices)
  const isShown = (key: string): boolean => {
    const watched = mirror.jobs.get(key)
    if (watched === undefined || (wanted.scope !== null && watched.ref.connectionId !== wanted.scope)) return false
    return fits(query, watched, { connection: mirror.connections.get(watched.ref.connectionId)?.name ?? '', unseen })
  }
  const lines: Line[] = []
  const keys: string[] = []
  const worrying: string[] = []
  const isWorrying = (key: string): boolean => {
    const watched = mirror.jobs.get(key)
    return watched !== undefined && groupOf(watched, unseen) === 'attention'
  }
  for (const group of groups) {
    const shown = all ? order.keys[group] : order.keys[group].filter(isShown)
    if (wanted.grouped && shown.length > 0) lines.push({ kind: 'heading', group, count: shown.length })
    for (const key of shown) {
      lines.push({ kind: 'job', key })
      keys.push(key)
    }
    if (group === 'attention') worrying.push(...shown)
    // Only these may hold some among others: the pinned ones, and one list in one order.
    else if (group === 'pinned' || (!wanted.grouped && wanted.sort !== 'standing'))
      worrying.push(...shown.filter(isWorrying))
  }
  const [first] = worrying
  return { lines, keys, attention: first === undefined ? null : { count: worrying.length, first } }
}

/** Whether both show the same lines, so that nothing need be drawn. */
export function sameLines(a: Arranged, b: Arranged): boolean {
  if (a.lines.length !== b.lines.length || a.attention?.count !== b.attention?.count) return false
  if (a.attention?.first !== b.attention?.first) return false
  return a.lines.every((line, index) => {
    const other = b.lines[index]
    if (line.kind === 'job') return other?.kind === 'job' && other.key === line.key
    return other?.kind === 'heading' && other.group === line.group && other.count === line.count
  })
}
