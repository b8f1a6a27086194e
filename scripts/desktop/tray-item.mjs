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
/** A menu that is drawn anew under each of so many clicks is no accident. */
const mostDrawn = 10

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

  /** @param {number} id */
  const event = async id => {
    await bus.call({
      destination: owner,
      path: menuPath,
      interface: menuInterface,
      member: 'Event',
      signature: 'isvu',
      body: [id, 'clicked', ['s', ''], 0],
    })
  }

  return {
    owner,
    read,
    /**
     * A menu that is drawn anew gives its entries other ids, and refuses the old ones: what was drawn between the look
     * and the click is looked at again.
     * @param {readonly string[]} wanted the entry's label, with those of the entries that lead to it before it
     */
    click: async wanted => {
      for (let drawn = 1; ; drawn += 1) {
        const entries = await readEntries()
        const entry = findEntry(entries, wanted)
        if (entry === undefined) {
          const labels = entries.map(({ label }) => label).join(' | ')
          throw new Error(`the tray menu has no "${wanted.join(' > ')}"; it has ${labels}`)
        }
        try {
          return await event(entry.id)
        } catch (error) {
          if (drawn === mostDrawn || findEntry(await readEntries(), wanted)?.id === entry.id) throw error
        }
      }
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
