import { EventEmitter } from 'node:events'
import { trayItemAt } from './tray-item.mjs'
import { waitUntil } from './wait-until.mjs'

/** @typedef {import('./tray-item.mjs').TrayItem} TrayItem */

const watcher = 'org.kde.StatusNotifierWatcher'
const watcherPath = '/StatusNotifierWatcher'
/**
 * A panel with a tray, as far as an app can tell: it takes registrations and re-reads an item whenever that says it changed.
 * Emits `change` with each new TrayItem, and with null when the item is gone.
 * @param {import('./bus-client.mjs').BusClient} bus
 */
export const startTrayHost = async bus => {
  const events = new EventEmitter()
  /** @type {Map<string, { readonly remote: ReturnType<typeof trayItemAt>, item: TrayItem | null, pid: Promise<number | null>, reading: Promise<void>, again: boolean }>} */
  const known = new Map()

  /** Reads one at a time; a change heard meanwhile leads to one more reading. @param {string} owner */
  const refresh = owner => {
    const entry = known.get(owner)
    if (entry === undefined || entry.again) return
    entry.again = true
    entry.reading = entry.reading
      .then(async () => {
        entry.again = false
        const item = await entry.remote.read()
        if (known.get(owner) !== entry) return
        entry.item = item
        events.emit('change', item)
      })
      .catch(() => {
        // it went away while being read: NameOwnerChanged tells
      })
  }

  bus.onSignal(({ sender, member, interface: name, body }) => {
    if (member === 'NameOwnerChanged' && body?.[2] === '' && known.delete(String(body[0]))) {
      events.emit('change', null)
    } else if (name !== 'org.freedesktop.DBus') {
      refresh(sender)
    }
  })
  for (const name of ['org.kde.StatusNotifierItem', 'com.canonical.dbusmenu'])
    await bus.match(`type='signal',interface='${name}'`)
  await bus.match("type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged'")

  /** @param {string} service a bus name, or the item's path on the sender's connection @param {{ readonly sender: string }} message */
  const register = (service, { sender }) => {
    const path = service.startsWith('/') ? service : '/StatusNotifierItem'
    const remote = trayItemAt(bus, { owner: sender, path })
    known.set(sender, { remote, item: null, pid: bus.pidOf(sender), reading: Promise.resolve(), again: false })
    bus.emit(watcherPath, watcher, 'StatusNotifierItemRegistered', 's', [`${sender}${path}`])
    refresh(sender)
  }
  bus.serve(watcherPath, {
    name: watcher,
    methods: {
      RegisterStatusNotifierItem: { takes: 's', gives: '', answer: register },
      RegisterStatusNotifierHost: { takes: 's', gives: '', answer: () => {} },
    },
    properties: {
      IsStatusNotifierHostRegistered: ['b', true],
      ProtocolVersion: ['i', 0],
      RegisteredStatusNotifierItems: ['as', []],
    },
  })
  await bus.own(watcher)
  bus.emit(watcherPath, watcher, 'StatusNotifierHostRegistered', '', [])

  const items = () => [...known.values()].flatMap(({ item }) => (item === null ? [] : [item]))
  const only = () => {
    const [entry] = [...known.values()].slice(-1)
    if (entry === undefined) throw new Error('no tray item has registered')
    return entry.remote
  }
  return {
    items,
    /** The item that registered last; null when there is none. @returns {TrayItem | null} */
    item: () => items().at(-1) ?? null,
    /** @param {(item: TrayItem | null) => void} listener hears each change; null: the item is gone @returns {() => void} stops it */
    onChange: listener => {
      events.on('change', listener)
      return () => events.off('change', listener)
    },
    /**
     * The first item that fits, now or later.
     * @param {(item: TrayItem) => boolean} fits
     * @param {number} [limitMs]
     * @returns {Promise<TrayItem>}
     */
    until: (fits, limitMs) =>
      waitUntil({ events, name: 'change', find: () => items().find(fits), told: items, limitMs }),
    /**
     * Resolves when a process has no item, or none any more: what has ended is seen here a moment later.
     * @param {number} pid
     */
    without: async pid => {
      for (const [owner, entry] of known) {
        if ((await entry.pid) !== pid) continue
        const find = () => (known.get(owner) === entry ? undefined : true)
        await waitUntil({ events, name: 'change', find, told: items })
      }
    },
    /** @param {readonly string[]} wanted a menu entry's label, after those of the entries it lies under */
    click: (...wanted) => only().click(wanted),
    activate: () => only().activate(),
  }
}

/** @typedef {Awaited<ReturnType<typeof startTrayHost>>} TrayHost */
