import { Notification } from 'electron'
import type { NoticeView } from '../../shared/snapshot'

/** What became of one notice: as data, for the ledger. */
export type Told =
  | 'shown'
  | 'no notification service answers'
  | 'notifications are not supported here'
  | 'refused by the system'

export type NotifierPorts = {
  /** Asked before each batch: showing can freeze the process when the daemon is dead (reliability trap 2). */
  readonly canShow: () => Promise<boolean>
  readonly onClick: (notice: NoticeView) => void
  readonly onTold: (notice: NoticeView, how: Told) => void
  readonly trouble: (where: string, error: unknown) => void
}

/** A daemon that has just answered is not asked again for this long, ms. */
const trustMs = 5_000

export function createNotifier({ canShow, onClick, onTold, trouble }: NotifierPorts) {
  /** Held while on screen: a collected notification loses its click. */
  const shown = new Map<number, Notification>()
  let answeredAt = Number.NEGATIVE_INFINITY
  let queue: Promise<void> = Promise.resolve()

  const answers = async (): Promise<boolean> => {
    if (performance.now() - answeredAt < trustMs) return true
    if (!(await canShow())) return false
    answeredAt = performance.now()
    return true
  }

  const tell = async (notice: NoticeView): Promise<Told> => {
    if (!Notification.isSupported()) return 'notifications are not supported here'
    if (!(await answers())) return 'no notification service answers'
    const notification = new Notification({ title: plain(notice.title), body: body(notice.body) })
    notification.on('click', () => onClick(notice))
    notification.on('close', () => shown.delete(notice.id))
    notification.on('failed', () => shown.delete(notice.id))
    shown.set(notice.id, notification)
    notification.show()
    return 'shown'
  }

  return {
    /** One after the other, in the order they were decided. */
    announce(notices: readonly NoticeView[]): void {
      for (const notice of notices) {
        queue = queue
          .then(() => tell(notice))
          .catch((): Told => 'refused by the system')
          .then(how => onTold(notice, how))
          .catch((error: unknown) => trouble('notifier', error))
      }
    },
  }
}

const markup: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Lines stay, other control characters go; bounded. */
const plain = (text: string): string => text.replaceAll(/[^\P{Cc}\n]|\p{Cf}/gu, ' ').slice(0, 300)

/** Linux daemons read markup in a body, never in a title (reliability item 26). */
const body = (text: string): string =>
  process.platform === 'linux' ? plain(text).replaceAll(/[&<>]/g, sign => markup[sign] ?? sign) : plain(text)
