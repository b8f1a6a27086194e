/** One question to a D-Bus service. */
export type BusQuestion = {
  readonly destination: string
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly signature?: string
  readonly body?: readonly unknown[]
}

declare module '@homebridge/dbus-native' {
  // Left out of the package's own types.
  export function createClient(options: { readonly busAddress: string }): MessageBus
}

/**
 * Asks the session bus, waiting at most `limitMs`. Null: no bus, no such service, an error, or no answer in time.
 * Nothing here blocks: it is asked before anything that would (reliability trap 2).
 */
export async function askSessionBus(question: BusQuestion, limitMs: number): Promise<readonly unknown[] | null> {
  const busAddress = process.env.DBUS_SESSION_BUS_ADDRESS
  if (busAddress === undefined || busAddress === '') return null
  const native = await import('@homebridge/dbus-native')
  return new Promise(resolve => {
    let bus: ReturnType<typeof native.createClient> | null = null
    const done = (answer: readonly unknown[] | null) => {
      clearTimeout(timer)
      bus?.connection.stream.destroy()
      resolve(answer)
    }
    const timer = setTimeout(done, limitMs, null)
    try {
      bus = native.createClient({ busAddress })
      bus.connection.on('error', () => done(null))
      bus.invoke({ ...question }, (problem, ...body: readonly unknown[]) => done(problem ? null : body))
    } catch {
      done(null)
    }
  })
}

/** True when a notification daemon answers; without this, showing a notification can freeze the process for minutes. */
export async function notificationsAnswer(limitMs = 2_000): Promise<boolean> {
  const answer = await askSessionBus(
    {
      destination: 'org.freedesktop.Notifications',
      path: '/org/freedesktop/Notifications',
      interface: 'org.freedesktop.Notifications',
      member: 'GetServerInformation',
    },
    limitMs,
  )
  return answer !== null
}

/** True when something shows tray items. Electron's Tray does not tell (reliability fault 48). */
export async function trayHostAnswers(limitMs = 2_000): Promise<boolean> {
  const watcher = 'org.kde.StatusNotifierWatcher'
  const answer = await askSessionBus(
    {
      destination: watcher,
      path: '/StatusNotifierWatcher',
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: [watcher, 'IsStatusNotifierHostRegistered'],
    },
    limitMs,
  )
  // A variant arrives as [signature tree, [value]].
  const variant = answer?.[0]
  return Array.isArray(variant) && Array.isArray(variant[1]) && variant[1][0] === true
}
