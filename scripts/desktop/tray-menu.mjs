import { dictionary, unwrap } from './bus-client.mjs'

/** @typedef {{ readonly id: number, readonly label: string, readonly enabled: boolean, readonly visible: boolean, readonly type: 'standard' | 'separator', readonly toggleState: boolean | null, readonly children: readonly MenuEntry[] }} MenuEntry toggleState: null for what is no check mark */

/**
 * One node of `com.canonical.dbusmenu` as GetLayout answers it: `(ia{sv}av)`. Access-key underscores are taken away.
 * @param {unknown} node
 * @returns {MenuEntry}
 */
export const readMenu = node => {
  const [id, pairs, children] = Array.isArray(node) ? node : [0, [], []]
  const properties = dictionary(pairs)
  return {
    id: Number(id),
    label: String(properties.label ?? '').replace(/_(.)/g, '$1'),
    enabled: properties.enabled !== false,
    visible: properties.visible !== false,
    type: properties.type === 'separator' ? 'separator' : 'standard',
    toggleState: 'toggle-type' in properties ? properties['toggle-state'] === 1 : null,
    children: Array.isArray(children) ? children.map(child => readMenu(unwrap(child))) : [],
  }
}

/**
 * The first entry of that label, at any depth; the labels before it are those of entries it lies under.
 * @param {readonly MenuEntry[]} menu
 * @param {readonly string[]} wanted
 * @returns {MenuEntry | undefined}
 */
export const findEntry = (menu, wanted) => {
  const [label, ...inner] = wanted
  for (const entry of menu) {
    const isIt = entry.label === label
    if (isIt && inner.length === 0) return entry
    const found = findEntry(entry.children, isIt ? inner : wanted)
    if (found !== undefined) return found
  }
  return undefined
}
