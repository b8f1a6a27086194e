import { createRequire } from 'node:module'

/**
 * A D-Bus connection with promises, over dbus-native, whose own types leave most of it out.
 * @typedef {{ readonly destination: string, readonly path: string, readonly interface: string, readonly member: string, readonly signature?: string, readonly body?: readonly unknown[] }} Call
 * @typedef {{ readonly type: number, readonly sender: string, readonly path: string, readonly interface: string, readonly member: string, readonly body?: readonly unknown[] }} Message
 * @typedef {{ readonly takes: string, readonly gives: string, readonly answer: (...args: never[]) => unknown }} Method takes, gives: signatures; answer is also handed the whole message, last
 * @typedef {{ readonly name: string, readonly methods: Readonly<Record<string, Method>>, readonly properties?: Readonly<Record<string, readonly [string, unknown]>> }} Interface properties: signature and value
 *
 * @typedef {object} NativeConnection
 * @property {((event: 'message', listener: (message: Message) => void) => void) & ((event: 'error', listener: (problem: unknown) => void) => void)} on
 * @property {(event: 'error', listener: (problem: unknown) => void) => void} once
 * @property {() => void} end
 * @property {{ destroy(): void }} stream
 *
 * @typedef {object} NativeBus
 * @property {NativeConnection} connection
 * @property {(call: Call, answer: (problem: { name: string, message: string } | null, ...body: readonly unknown[]) => void) => void} invoke
 * @property {(implementation: object, path: string, description: object) => void} exportInterface
 * @property {(path: string, name: string, member: string, signature: string, body: readonly unknown[]) => void} sendSignal
 */

const signalType = 4
const doNotQueue = 4

/**
 * @param {string} address such as `unix:path=/run/user/1000/bus`
 */
export const connectBus = async address => {
  /** @type {{ createClient(options: { busAddress: string }): NativeBus }} */
  const native = createRequire(import.meta.url)('@homebridge/dbus-native')
  const bus = native.createClient({ busAddress: address })

  /** @param {Call} call @returns {Promise<readonly unknown[]>} */
  const call = call =>
    new Promise((resolve, reject) => {
      bus.invoke({ ...call }, (problem, ...body) => {
        if (problem === null || problem === undefined) resolve(body)
        else reject(new Error(`${call.interface}.${call.member}: ${problem.name} ${problem.message}`))
      })
    })

  /** @param {string} member @param {string} signature @param {readonly unknown[]} body */
  const callBus = (member, signature, body) =>
    call({
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
      member,
      signature,
      body,
    })

  /** @param {(message: Message) => void} listener hears every signal that a match below lets through */
  const onSignal = listener =>
    bus.connection.on('message', message => {
      if (message.type === signalType) listener(message)
    })

  await new Promise((resolve, reject) => {
    bus.connection.once('error', reject)
    callBus('GetId', '', []).then(resolve, reject)
  })
  // from here on a broken connection means that the bus was stopped, which may be told more than once
  bus.connection.on('error', () => {})

  return {
    call,
    onSignal,
    /** @param {string} rule such as `type='signal',interface='...'` */
    match: rule => callBus('AddMatch', 's', [rule]),
    /** @param {string} name @returns {Promise<void>} */
    own: async name => {
      const [answer] = await callBus('RequestName', 'su', [name, doNotQueue])
      if (answer !== 1) throw new Error(`${name} is owned by someone else`)
    },
    /** @param {string} name */
    isOwned: async name => (await callBus('NameHasOwner', 's', [name]))[0] === true,
    /** The process behind a name; null once it is gone. @param {string} name @returns {Promise<number | null>} */
    pidOf: name =>
      callBus('GetConnectionUnixProcessID', 's', [name]).then(
        ([pid]) => Number(pid),
        () => null,
      ),
    /** Gives back the way to change the value of a property. @param {string} path @param {Interface} served */
    serve: (path, { name, methods, properties = {} }) => {
      const named = Object.entries(methods)
      const held = Object.entries(properties)
      const implementation = Object.fromEntries([
        ...named.map(([member, { answer }]) => [member, answer]),
        ...held.map(([member, [, value]]) => [member, value]),
      ])
      bus.exportInterface(implementation, path, {
        name,
        methods: Object.fromEntries(named.map(([member, { takes, gives }]) => [member, [takes, gives]])),
        properties: Object.fromEntries(held.map(([member, [signature]]) => [member, signature])),
      })
      return {
        /** @param {string} member @param {unknown} value */
        change: (member, value) => {
          implementation[member] = value
        },
      }
    },
    /** @param {string} path @param {string} name @param {string} member @param {string} signature @param {readonly unknown[]} body */
    emit: (path, name, member, signature, body) => bus.sendSignal(path, name, member, signature, body),
    close: () => bus.connection.stream.destroy(),
  }
}

/** @typedef {Awaited<ReturnType<typeof connectBus>>} BusClient */

/**
 * A variant as dbus-native reads it, `[signature tree, [value]]`, without its wrapping.
 * @param {unknown} variant
 * @returns {unknown}
 */
export const unwrap = variant => (Array.isArray(variant) && Array.isArray(variant[1]) ? variant[1][0] : undefined)

/**
 * A dictionary `a{sv}` as dbus-native reads it.
 * @param {unknown} pairs
 * @returns {Readonly<Record<string, unknown>>}
 */
export const dictionary = pairs =>
  Object.fromEntries(Array.isArray(pairs) ? pairs.map(([key, variant]) => [String(key), unwrap(variant)]) : [])
