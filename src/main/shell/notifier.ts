import { Notification } from 'electron'
import type { Place } from '../../shared/snapshot'
import type { Card } from '../telling/cards'
import type { Screen } from '../telling/teller'
import { notificationDaemon } from './notification-daemon'
import { plainText } from './notification-text'

export type NotifierPorts = {
  readonly appName: string
  readonly icon: string
  readonly onClick: (place: Place) => void
}

/** The notifications of this system. On Windows and macOS, which hold them back by themselves, Electron's own. */
export function createNotifier(ports: NotifierPorts): Screen {
  if (process.platform === 'linux') return notificationDaemon(ports)
  /** Held while on screen: a collected notification loses its click. */
  const shown = new Map<Notification, Card>()
  return {
    standing: async () => (Notification.isSupported() ? 'ready' : 'notifications are not supported here'),
    async show(card, sent) {
      const { title, body, place } = card
      const notification = new Notification({ title: plainText(title), body: plainText(body) })
      notification.on('click', () => ports.onClick(place))
      notification.on('close', () => shown.delete(notification))
      notification.on('failed', () => shown.delete(notification))
      shown.set(notification, card)
      notification.show()
      sent()
      return 'shown'
    },
    withdraw(ids) {
      for (const [notification, card] of shown)
        if (card.ids.length === 1 && card.ids.every(id => ids.includes(id))) notification.close()
    },
  }
}
