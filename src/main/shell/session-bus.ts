import { type BusQuestion, isTrue, openMessageBus, propertyQuestion } from './message-bus'

/** Connects to the session bus; null: there is none. */
export async function openSessionBus(onClosed?: () => void) {
  const address = process.env.DBUS_SESSION_BUS_ADDRESS
  return address === undefined || address === '' ? null : openMessageBus(address, onClosed)
}

/** Where the system bus is when nothing says otherwise (D-Bus specification, "Well-known Message Bus Instances"). */
const systemBusAddress = 'unix:path=/var/run/dbus/system_bus_socket'

/** Connects to the system bus; null: there is none. */
export const openSystemBus = (onClosed?: () => void) =>
  openMessageBus(process.env.DBUS_SYSTEM_BUS_ADDRESS || systemBusAddress, onClosed)

/** Asks the session bus once, by a connection of its own. Null: no bus, no such service, an error, or no answer in time. */
export async function askSessionBus(question: BusQuestion, limitMs: number): Promise<readonly unknown[] | null> {
  const bus = await openSessionBus()
  const answer = bus === null ? null : await bus.ask(question, limitMs)
  bus?.close()
  return answer
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
