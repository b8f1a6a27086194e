import { Notification } from 'electron'
import type { Place } from '../../shared/snapshot'
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
  const shown = new Set<Notification>()
  return {
    standing: async () => (Notification.isSupported() ? 'ready' : 'notifications are not supported here'),
    async show({ title, body, place }, sent) {
      const notification = new Notification({ title: plainText(title), body: plainText(body) })
      notification.on('click', () => ports.onClick(place))
      notification.on('close', () => shown.delete(notification))
      notification.on('failed', () => shown.delete(notification))
      shown.add(notification)
      notification.show()
      sent()
      return 'shown'
    },
  }
}
