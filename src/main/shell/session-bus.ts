/** One question to a D-Bus service. */
export type BusQuestion = {
  readonly destination: string
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly signature?: string
  readonly body?: readonly unknown[]
}

export type BusSignal = { readonly interface: string; readonly member: string; readonly body: readonly unknown[] }

declare module '@homebridge/dbus-native' {
  // Left out of the package's own types.
  export function createClient(options: { readonly busAddress: string }): MessageBus
}

const signalType = 4

/**
 * Connects to the session bus; null: there is none. Nothing here blocks, whatever the other side does (reliability
 * trap 2). Loaded when it is first needed: nothing of it is wanted before the tray is drawn.
 */
export async function openSessionBus(onClosed: () => void = () => undefined) {
  const busAddress = process.env.DBUS_SESSION_BUS_ADDRESS
  if (busAddress === undefined || busAddress === '') return null
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
        listener({ interface: message.interface, member: message.member, body: message.body ?? [] })
      })
    },
    close,
  }
}

export type SessionBus = NonNullable<Awaited<ReturnType<typeof openSessionBus>>>

/** Asks the session bus once, by a connection of its own. Null: no bus, no such service, an error, or no answer in time. */
export async function askSessionBus(question: BusQuestion, limitMs: number): Promise<readonly unknown[] | null> {
  const bus = await openSessionBus()
  const answer = bus === null ? null : await bus.ask(question, limitMs)
  bus?.close()
  return answer
}

export const propertyQuestion = (destination: string, path: string, name: string): BusQuestion => ({
  destination,
  path,
  interface: 'org.freedesktop.DBus.Properties',
  member: 'Get',
  signature: 'ss',
  body: [destination, name],
})

/** A variant arrives as [signature tree, [value]]. */
export const isTrue = (answer: readonly unknown[] | null): boolean => {
  const variant = answer?.[0]
  return Array.isArray(variant) && Array.isArray(variant[1]) && variant[1][0] === true
}

/** True when something shows tray items. Electron's Tray does not tell (reliability fault 48). */
export async function trayHostAnswers(limitMs = 2_000): Promise<boolean> {
  const question = propertyQuestion(
    'org.kde.StatusNotifierWatcher',
    '/StatusNotifierWatcher',
    'IsStatusNotifierHostRegistered',
  )
  return isTrue(await askSessionBus(question, limitMs))
}
