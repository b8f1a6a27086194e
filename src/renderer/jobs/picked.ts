import type { JobRef } from '../../shared/job'
import { mirrorStore } from '../state/mirror-store'
import { viewStore } from '../state/view'

const none: ReadonlySet<string> = new Set()

export const clearPicked = (): void => viewStore.setState({ picked: none, pickedFrom: null })

/** A job that is watched no longer is picked no longer: who watches it again has not picked it. */
export function withoutGone(picked: ReadonlySet<string>, jobs: { has(key: string): boolean }): ReadonlySet<string> {
  const stays = [...picked].filter(key => jobs.has(key))
  return stays.length === picked.size ? picked : new Set(stays)
}

export function letGoOfGone(): void {
  mirrorStore.subscribe(({ mirror }, { mirror: before }) => {
    const { picked } = viewStore.getState()
    if (mirror === null || picked.size === 0 || mirror.shape === before?.shape) return
    const stays = withoutGone(picked, mirror.jobs)
    if (stays !== picked) viewStore.setState({ picked: stays })
  })
}

/** Picks the row, or lets it go; the next stretch begins here. */
export function togglePicked(key: string): void {
  viewStore.setState(({ picked }) => {
    const next = new Set(picked)
    if (!next.delete(key)) next.add(key)
    return { picked: next, pickedFrom: key }
  })
}

/** Picks all rows from where the last stretch began (or `otherwise`) to `key`. `keys`: in the order shown. */
export function pickTo(keys: readonly string[], key: string, otherwise: string): void {
  viewStore.setState(({ picked, pickedFrom }) => {
    const from = pickedFrom !== null && keys.includes(pickedFrom) ? pickedFrom : otherwise
    return { picked: new Set([...picked, ...stretch(keys, from, key)]), pickedFrom: from }
  })
}

export const pickAll = (keys: readonly string[]): void =>
  viewStore.setState({ picked: new Set(keys), pickedFrom: keys[0] ?? null })

export function stretch(keys: readonly string[], a: string, b: string): readonly string[] {
  const [first = -1, last = -1] = [keys.indexOf(a), keys.indexOf(b)].sort((x, y) => x - y)
  return first < 0 ? keys.filter(key => key === b) : keys.slice(first, last + 1)
}

/** What is picked and shown: of another connection, or left out by the filter, it is not spoken of. */
export function pickedAmong(keys: readonly string[]): readonly string[] {
  const { picked } = viewStore.getState()
  return picked.size === 0 ? [] : keys.filter(key => picked.has(key))
}

/** What an act is about: the picked rows that are still shown, else the one row. */
export function refsAt(key: string, keys: readonly string[]): readonly JobRef[] {
  const { mirror } = mirrorStore.getState()
  const shown = pickedAmong(keys)
  const wanted = shown.length === 0 ? [key] : shown
  return wanted.flatMap(each => mirror?.jobs.get(each)?.ref ?? [])
}
