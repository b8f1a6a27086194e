import type { Settings } from '../../shared/settings'

type Hours = NonNullable<Settings['quietHours']>

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** When the quiet hours end that `now` falls into, on the computer's own clock; null when it falls into none. */
export function quietUntil({ from, to }: Hours, now: Date): Date | null {
  const [begin, end, minute] = [minutesOf(from), minutesOf(to), now.getHours() * 60 + now.getMinutes()]
  const overMidnight = begin > end
  const isQuiet = overMidnight ? minute >= begin || minute < end : minute >= begin && minute < end
  if (!isQuiet) return null
  const day = now.getDate() + (overMidnight && minute >= begin ? 1 : 0)
  return new Date(now.getFullYear(), now.getMonth(), day, Math.floor(end / 60), end % 60)
}

/** Until when nobody wants to be disturbed, as far as can be told now; null: now is fine. */
export function heldUntil({ quietHours, snoozedUntil }: Settings, now: Date): Date | null {
  const ends = [
    quietHours === null ? null : quietUntil(quietHours, now),
    snoozedUntil === null ? null : new Date(snoozedUntil),
  ].filter(end => end !== null && end > now)
  return ends.reduce((latest, end) => (latest === null || (end !== null && end > latest) ? end : latest), null)
}
