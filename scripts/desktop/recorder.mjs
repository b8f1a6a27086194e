import { EventEmitter } from 'node:events'
import { dictionary } from './bus-client.mjs'
import { waitUntil } from './wait-until.mjs'

/**
 * @typedef {object} Notice one Notify call, as the daemon received it
 * @property {number} id
 * @property {number} replaces the id of the one it replaces, 0 for none
 * @property {string} appName
 * @property {string} title
 * @property {string} body
 * @property {string} icon
 * @property {readonly string[]} actions key, label, key, label, ...
 * @property {Readonly<Record<string, unknown>>} hints
 * @property {number} at ms since 1970
 */

const service = 'org.freedesktop.Notifications'
const path = '/org/freedesktop/Notifications'
const signatures = {
  notify: { takes: 'susssasa{sv}i', gives: 'u' },
  close: { takes: 'u', gives: '' },
  capabilities: { takes: '', gives: 'as' },
  information: { takes: '', gives: 'ssss' },
}

/**
 * A notification daemon that shows nothing and remembers everything.
 * @param {import('./bus-client.mjs').BusClient} bus
 */
export const startRecorder = async bus => {
  const events = new EventEmitter()
  /** @type {Notice[]} */
  const all = []
  let nextId = 1
  /** @param {number} id @param {number} reason 1 expired, 2 dismissed by the person, 3 closed by the app */
  const close = (id, reason = 2) => bus.emit(path, service, 'NotificationClosed', 'uu', [id, reason])

  /**
   * @param {string} appName @param {number} replaces @param {string} icon @param {string} title @param {string} body
   * @param {readonly string[]} actions @param {unknown} hints
   */
  const notify = (appName, replaces, icon, title, body, actions, hints) => {
    const id = replaces === 0 ? nextId++ : replaces
    const notice = { id, replaces, appName, title, body, icon, actions, hints: dictionary(hints), at: Date.now() }
    all.push(notice)
    // after the answer has left, so that the app knows the id it is told about
    setImmediate(() => events.emit('notice', notice))
    return id
  }
  /** @type {(() => Promise<unknown>) | null} */
  let before = null
  /** @template {readonly unknown[]} Args @template T @param {(...args: Args) => T} answer */
  const inItsTime =
    answer =>
    (/** @type {Args} */ ...args) =>
      before === null ? answer(...args) : before().then(() => answer(...args))
  /** @param {number} id */
  const closedByApp = id => {
    close(id, 3)
    const notice = all.find(one => one.id === id)
    if (notice !== undefined) events.emit('withdrawn', notice)
  }
  const served = bus.serve(path, {
    name: service,
    // As KDE's daemon tells that a person does not want to be disturbed.
    properties: { Inhibited: ['b', false] },
    methods: {
      Notify: { ...signatures.notify, answer: inItsTime(notify) },
      CloseNotification: { ...signatures.close, answer: closedByApp },
      GetCapabilities: { ...signatures.capabilities, answer: inItsTime(() => ['actions', 'body', 'persistence']) },
      GetServerInformation: {
        ...signatures.information,
        answer: inItsTime(() => ['recorder', 'jobtray', '1', '1.2']),
      },
    },
  })
  await bus.own(service)

  return {
    /** Every one so far, in order. */
    all: () => [...all],
    /** @param {(notice: Notice) => void} listener @returns {() => void} stops it */
    onNotice: listener => {
      events.on('notice', listener)
      return () => events.off('notice', listener)
    },
    /** Told of each that the app takes off the screen again. @param {(notice: Notice) => void} listener */
    onWithdrawn: listener => void events.on('withdrawn', listener),
    /**
     * The first notice that fits, now or later.
     * @param {(notice: Notice) => boolean} fits
     * @param {number} [limitMs]
     * @returns {Promise<Notice>}
     */
    until: (fits, limitMs) =>
      waitUntil({ events, name: 'notice', find: () => all.find(fits), told: () => all, limitMs }),
    /** The person clicks it; real daemons close it then. @param {number} id @param {string} [action] */
    click: (id, action = 'default') => {
      bus.emit(path, service, 'ActionInvoked', 'us', [id, action])
      close(id, 2)
    },
    close,
    /** Each answer waits for this from now on. @param {() => Promise<unknown>} act */
    answerAfter: act => {
      before = act
    },
    /** @param {boolean} isInhibited */
    inhibit: isInhibited => served.change('Inhibited', isInhibited),
  }
}

/** A daemon that owns the name and never answers. @param {import('./bus-client.mjs').BusClient} bus */
export const startMute = async bus => {
  const answer = () => new Promise(() => {})
  bus.serve(path, {
    name: service,
    methods: {
      Notify: { ...signatures.notify, answer },
      CloseNotification: { ...signatures.close, answer },
      GetCapabilities: { ...signatures.capabilities, answer },
      GetServerInformation: { ...signatures.information, answer },
    },
  })
  await bus.own(service)
}

/** @typedef {Awaited<ReturnType<typeof startRecorder>>} Recorder */
