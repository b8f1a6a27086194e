const hourMs = 3_600_000

/** The two ways to snooze: for an hour, or until 8 in the morning of the next day on the computer's own clock. */
export const snoozes = ['hour', 'tomorrow'] as const
export type Snooze = (typeof snoozes)[number]

/** When a snooze that begins now ends, ISO. */
export function snoozeEnd(snooze: Snooze, now: Date): string {
  const end =
    snooze === 'hour'
      ? new Date(now.getTime() + hourMs)
      : new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 8)
  return end.toISOString()
}

export const snoozeNames: Readonly<Record<Snooze, string>> = {
  hour: 'For 1 hour',
  tomorrow: 'Until tomorrow, 08:00',
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** `08:00`, on the computer's own clock. */
export function timeOfDay(iso: string): string {
  const at = new Date(iso)
  return `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`
}

/** `14:05:07`, on the computer's own clock: what is due within the minute must not look as if it were over. */
export const timeToTheSecond = (iso: string): string => `${timeOfDay(iso)}:${twoDigits(new Date(iso).getSeconds())}`
