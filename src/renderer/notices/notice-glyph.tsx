import { Bell, Cable, CirclePlay, Hourglass, type LucideIcon, SendHorizontal, TriangleAlert } from 'lucide-react'
import type { NoticeKind } from '../../shared/notice-kinds'
import type { NoticeView } from '../../shared/snapshot'
import { cx } from '../parts/class-names'
import { Glyph } from '../parts/state-glyph'

const icons: Readonly<Record<NoticeKind, readonly [LucideIcon, string]>> = {
  ended: [Bell, 'text-soft'],
  started: [CirclePlay, 'text-accent'],
  'first-failure': [TriangleAlert, 'text-soft'],
  'failure-rate': [TriangleAlert, 'text-bad'],
  stalled: [Hourglass, 'text-warn'],
  connection: [Cable, 'text-warn'],
  post: [SendHorizontal, 'text-warn'],
}

/** What a notice is about, told by its outline. */
export function NoticeGlyph({ notice: { kind, outcome } }: { readonly notice: NoticeView }) {
  if (outcome !== null) return <Glyph name={outcome === 'unknown' ? 'odd' : outcome} className="mt-0.5" />
  const [Icon, tint] = icons[kind]
  return <Icon size="1rem" aria-hidden className={cx('mt-0.5', tint)} />
}
