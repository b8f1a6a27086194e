import { dictionary } from './bus-client.mjs'
import { readIcon } from './tray-icon.mjs'
import { findEntry, readMenu } from './tray-menu.mjs'

/**
 * @typedef {object} TrayItem what the item is at one moment
 * @property {string} id
 * @property {string} status Active, Passive or NeedsAttention
 * @property {string} title
 * @property {string} tooltip
 * @property {Buffer | null} icon a PNG
 * @property {readonly import('./tray-menu.mjs').MenuEntry[]} menu
 */

const itemInterface = 'org.kde.StatusNotifierItem'
const menuInterface = 'com.canonical.dbusmenu'

/**
 * One item that registered with the tray host.
 * @param {import('./bus-client.mjs').BusClient} bus
 * @param {{ readonly owner: string, readonly path: string }} place owner: its unique bus name
 */
export const trayItemAt = (bus, { owner, path }) => {
  let menuPath = '/MenuBar'

  /** @returns {Promise<TrayItem>} */
  const read = async () => {
    const [pairs] = await bus.call({
      destination: owner,
      path,
      interface: 'org.freedesktop.DBus.Properties',
      member: 'GetAll',
      signature: 's',
      body: [itemInterface],
    })
    const properties = dictionary(pairs)
    const text = (/** @type {string} */ name) => String(properties[name] ?? '')
    const tip = properties.ToolTip
    menuPath = text('Menu') || menuPath
    return {
      id: text('Id'),
      status: text('Status'),
      title: text('Title'),
      tooltip: Array.isArray(tip) ? [tip[2], tip[3]].filter(Boolean).join('\n') : '',
      icon: readIcon({ name: text('IconName'), themePath: text('IconThemePath'), pixmaps: properties.IconPixmap }),
      menu: await readEntries(),
    }
  }

  const readEntries = async () => {
    try {
      const [, layout] = await bus.call({
        destination: owner,
        path: menuPath,
        interface: menuInterface,
        member: 'GetLayout',
        signature: 'iias',
        body: [0, -1, []],
      })
      return readMenu(layout).children
    } catch {
      // an item without a menu
      return []
    }
  }

  return {
    owner,
    read,
    /** @param {string | number} wanted a label or an id, at any depth */
    click: async wanted => {
      const entries = await readEntries()
      const entry = findEntry(entries, wanted)
      if (entry === undefined) {
        throw new Error(`the tray menu has no "${wanted}"; it has ${entries.map(({ label }) => label).join(' | ')}`)
      }
      const event = [entry.id, 'clicked', ['s', ''], 0]
      await bus.call({
        destination: owner,
        path: menuPath,
        interface: menuInterface,
        member: 'Event',
        signature: 'isvu',
        body: event,
      })
    },
    /** A plain click on the icon. */
    activate: () =>
      bus.call({
        destination: owner,
        path,
        interface: itemInterface,
        member: 'Activate',
        signature: 'ii',
        body: [0, 0],
      }),
  }
}
