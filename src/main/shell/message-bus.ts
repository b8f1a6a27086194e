/** One question to a D-Bus service. */
export type BusQuestion = {
  readonly destination: string
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly signature?: string
  readonly body?: readonly unknown[]
  /** Of the message's header; `startsNothing` or left out. */
  readonly flags?: number
}

/** The bus starts no service to have a question answered. */
export const startsNothing = 2

export type BusSignal = {
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly body: readonly unknown[]
}

declare module '@homebridge/dbus-native' {
  // Left out of the package's own types.
  export function createClient(options: { readonly busAddress: string }): MessageBus
}

const signalType = 4

/**
 * Connects to a D-Bus; null: there is none at this address. Nothing here blocks, whatever the other side does (reliability
 * trap 2). Loaded when it is first needed: nothing of it is wanted before the tray is drawn.
 */
export async function openMessageBus(busAddress: string, onClosed: () => void = () => undefined) {
  const native = await import('@homebridge/dbus-native')
  const open = (): ReturnType<typeof native.createClient> | null => {
    try {
      return native.createClient({ busAddress })
    } catch {
      return null
    }
  }
  const bus = open()
  if (bus === null) return null
  const { stream } = bus.connection
  const waiting = new Set<() => void>()
  let isOpen = true
  const close = () => {
    if (!isOpen) return
    isOpen = false
    stream.destroy()
    for (const giveUp of waiting) giveUp()
    onClosed()
  }
  bus.connection.on('error', close)
  stream.on('close', close)
  // `Hello`, which the library says by itself, may have failed before anyone listened.
  if (stream.destroyed) close()

  return {
    /** Waits at most `limitMs`. Null: no such service, an error, or no answer in time. */
    ask: (question: BusQuestion, limitMs: number): Promise<readonly unknown[] | null> =>
      new Promise(resolve => {
        const done = (answer: readonly unknown[] | null) => {
          clearTimeout(timer)
          waiting.delete(giveUp)
          resolve(answer)
        }
        const giveUp = () => done(null)
        const timer = setTimeout(giveUp, limitMs)
        waiting.add(giveUp)
        if (!isOpen) return giveUp()
        try {
          bus.invoke({ ...question }, (problem, ...body: readonly unknown[]) => done(problem ? null : body))
        } catch {
          giveUp()
        }
      }),
    /** Hears what a match that was asked for lets through. */
    onSignal(listener: (signal: BusSignal) => void): void {
      bus.connection.on('message', (message: BusSignal & { readonly type: number }) => {
        if (message.type !== signalType) return
        const { path, interface: from, member, body } = message
        listener({ path, interface: from, member, body: body ?? [] })
      })
    },
    close,
  }
}

export type OpenBus = NonNullable<Awaited<ReturnType<typeof openMessageBus>>>

/** `from`: the interface that the property belongs to; of most services it has the service's own name. */
export const propertyQuestion = (destination: string, path: string, name: string, from = destination): BusQuestion => ({
  destination,
  path,
  interface: 'org.freedesktop.DBus.Properties',
  member: 'Get',
  signature: 'ss',
  body: [from, name],
})

/** A variant arrives as [signature tree, [value]]. */
export const variantValue = (variant: unknown): unknown =>
  Array.isArray(variant) && Array.isArray(variant[1]) ? variant[1][0] : undefined

export const isTrue = (answer: readonly unknown[] | null): boolean => variantValue(answer?.[0]) === true

/** Lets the signals of a rule through to `onSignal`. */
export const matchQuestion = (rule: string): BusQuestion => ({
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
  member: 'AddMatch',
  signature: 's',
  body: [rule],
})
