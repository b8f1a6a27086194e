import type { KeyboardEvent } from 'react'
import { stepOf } from '../jobs/use-list-keys'

/** Arrows or J and K move from notice to notice, over the headings of the days. */
export function moveAmongNotices(event: KeyboardEvent<HTMLButtonElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const rows = [...(event.currentTarget.closest('[data-notices]')?.querySelectorAll('button') ?? [])]
  const step = stepOf(event.key, rows.length, 8)
  if (step === null) return
  const at = rows.indexOf(event.currentTarget)
  rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus()
  event.preventDefault()
}
