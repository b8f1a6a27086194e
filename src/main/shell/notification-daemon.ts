import type { Place } from '../../shared/snapshot'
import type { Card } from '../telling/cards'
import type { Screen } from '../telling/teller'
import { type BusQuestion, type BusSignal, isTrue, matchQuestion, type OpenBus, propertyQuestion } from './message-bus'
import { bodyText, plainText } from './notification-text'
import { openSessionBus } from './session-bus'

const service = 'org.freedesktop.Notifications'
const path = '/org/freedesktop/Notifications'

/** How long an answer is waited for, ms. */
const greetMs = 2_000
const askMs = 1_000
const showMs = 5_000
/** A daemon that has just answered is not asked again for this long, ms. */
const trustMs = 5_000
/** Nor is one that knows nothing of do-not-disturb. */
const forgetMs = 60_000
/** Clicks are heard for so many; older ones have left the screen. */
const mostShown = 100

const questionOf = (member: string, signature: string, body: readonly unknown[]): BusQuestion => ({
  destination: service,
  path,
  interface: service,
  member,
  signature,
  body,
})

export type DaemonPorts = {
  readonly appName: string
  readonly icon: string
  readonly onClick: (place: Place) => void
}

/**
 * Shows notifications by asking the daemon over D-Bus ourselves: Electron's own `show()` waits for the daemon inside the
 * main thread, and one that was dead froze the app for two minutes (reliability trap 2, fault 46; electron #48753).
 */
export function notificationDaemon({ appName, icon, onClick }: DaemonPorts): Screen {
  const shown = new Map<number, Card>()
  let opening: Promise<OpenBus | null> | null = null
  let answeredAt = Number.NEGATIVE_INFINITY
  let unawareAt = Number.NEGATIVE_INFINITY

  const hear = ({ interface: from, member, body: [id] }: BusSignal) => {
    if (from !== service || typeof id !== 'number') return
    const card = shown.get(id)
    if (card === undefined) return
    if (member === 'ActionInvoked') onClick(card.place)
    if (member === 'NotificationClosed') shown.delete(id)
  }

  const connect = async (): Promise<OpenBus | null> => {
    const bus = await openSessionBus(() => {
      opening = null
      answeredAt = unawareAt = Number.NEGATIVE_INFINITY
    })
    // A click may come in one piece with the answer that says which notification it is about: that one first.
    bus?.onSignal(signal => setImmediate(hear, signal))
    void bus?.ask(matchQuestion(`type='signal',interface='${service}',path='${path}'`), greetMs)
    return bus
  }
  const bus = async (): Promise<OpenBus | null> => {
    opening ??= connect()
    const open = await opening
    if (open === null) opening = null
    return open
  }

  const answers = async (): Promise<boolean> => {
    if (performance.now() - answeredAt < trustMs) return true
    const answer = (await (await bus())?.ask(questionOf('GetServerInformation', '', []), greetMs)) ?? null
    if (answer === null) return false
    answeredAt = performance.now()
    return true
  }

  /** Only some daemons say so (KDE's); for the others there are the quiet hours. */
  const isInhibited = async (): Promise<boolean> => {
    if (performance.now() - unawareAt < forgetMs) return false
    const answer = (await (await bus())?.ask(propertyQuestion(service, path, 'Inhibited'), askMs)) ?? null
    if (answer === null) unawareAt = performance.now()
    return isTrue(answer)
  }

  const keep = (id: unknown, card: Card) => {
    if (typeof id !== 'number') return
    shown.set(id, card)
    const [oldest] = shown.keys()
    if (shown.size > mostShown && oldest !== undefined) shown.delete(oldest)
  }

  return {
    async standing() {
      if (!(await answers())) return 'no notification service answers'
      return (await isInhibited()) ? 'do-not-disturb' : 'ready'
    },
    async show(card, sent) {
      const { title, body } = card
      const hints = [
        ['urgency', ['y', 1]],
        ['desktop-entry', ['s', appName.toLowerCase()]],
      ]
      const words = [plainText(title), bodyText(body)]
      const notice = [appName, 0, icon, ...words, ['default', 'Open'], hints, -1]
      const open = await bus()
      const asking = open?.ask(questionOf('Notify', 'susssasa{sv}i', notice), showMs) ?? null
      if (open !== null) sent()
      const answer = await asking
      if (answer === null) return 'refused by the system'
      keep(answer[0], card)
      return 'shown'
    },
    withdraw(ids) {
      for (const [id, card] of shown) {
        const [only] = card.ids
        if (card.ids.length > 1 || only === undefined || !ids.includes(only)) continue
        bus()
          .then(open => open?.ask(questionOf('CloseNotification', 'u', [id]), askMs))
          .catch(() => undefined)
      }
    },
  }
}
