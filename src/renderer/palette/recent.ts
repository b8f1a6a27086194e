const place = 'jobtray.palette.recent'
const most = 8

/** What was chosen in the palette, newest first. It is a convenience: a store that is lost or spoilt costs nothing. */
export function recentChoices(store: Pick<Storage, 'getItem'>): readonly string[] {
  try {
    const read: unknown = JSON.parse(store.getItem(place) ?? '[]')
    return Array.isArray(read) ? read.filter(key => typeof key === 'string').slice(0, most) : []
  } catch {
    return []
  }
}

export function rememberChoice(store: Pick<Storage, 'getItem' | 'setItem'>, key: string): void {
  const keys = [key, ...recentChoices(store).filter(other => other !== key)].slice(0, most)
  try {
    store.setItem(place, JSON.stringify(keys))
  } catch {
    // A full store forgets, and that is all.
  }
}
