import { timeFormat } from './time-format'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const hourMinute = timeFormat({ hour: '2-digit', minute: '2-digit' })
const dayMonth = timeFormat({ day: 'numeric', month: 'short' })
const dayMonthYear = timeFormat({ day: 'numeric', month: 'short', year: 'numeric' })
const toTheSecond = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
const wholeThisYear = timeFormat({ day: 'numeric', month: 'short', ...toTheSecond })
const whole = timeFormat({ day: 'numeric', month: 'short', year: 'numeric', ...toTheSecond })
const dayThisYear = timeFormat({ weekday: 'long', day: 'numeric', month: 'long' })
const wholeDay = timeFormat({ day: 'numeric', month: 'long', year: 'numeric' })

/** Ms since 1970, or null where the text is no time (api-notes E15: shown as it is then). */
export function msOf(iso: string | null): number | null {
  if (iso === null) return null
  const ms = new Date(iso).getTime()
  return Number.isNaN(ms) ? null : ms
}

const dayOf = (now: number, then: number): string =>
  (new Date(now).getFullYear() === new Date(then).getFullYear() ? dayMonth : dayMonthYear)(then)

/**
 * `just now`, `12 s ago`, `3 min ago`, `2 h ago`, `21 Nov`, `21 Nov 2024`. A time ahead of our clock is just now, but for
 * one so far ahead that no clock is wrong by as much: that is its day (reliability fault 59).
 */
export function agoText(now: number, iso: string): string {
  const then = msOf(iso)
  if (then === null) return iso
  const passed = now - then
  if (passed < -day) return dayOf(now, then)
  if (passed < 3_000) return 'just now'
  if (passed < minute) return `${Math.floor(passed / 1_000)} s ago`
  if (passed < hour) return `${Math.floor(passed / minute)} min ago`
  if (passed < day) return `${Math.floor(passed / hour)} h ago`
  return dayOf(now, then)
}

/** `14:02` today, `20 Nov, 14:02` on another day, with the year where it is another one. */
export function clockText(now: number, iso: string): string {
  const then = msOf(iso)
  if (then === null) return iso
  const sameDay = new Date(now).toDateString() === new Date(then).toDateString()
  return sameDay ? hourMinute(then) : `${dayOf(now, then)}, ${hourMinute(then)}`
}

/** `Today`, `Yesterday`, `Thursday 19 November`; with the year where it is another one. */
export function dayText(now: number, iso: string): string {
  const then = msOf(iso)
  if (then === null) return 'At an unknown time'
  const today = new Date(now)
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1)
  const on = new Date(then).toDateString()
  if (on === today.toDateString()) return 'Today'
  if (on === yesterday.toDateString()) return 'Yesterday'
  return (today.getFullYear() === new Date(then).getFullYear() ? dayThisYear : wholeDay)(then)
}

/** `14:02`, for where the day is said already. */
export function timeOfDay(iso: string): string {
  const then = msOf(iso)
  return then === null ? iso : hourMinute(then)
}

/** `21 Nov, 14:02:09`, with the year where it is another one; in the person's own zone. */
export function wholeTime(now: number, iso: string): string {
  const then = msOf(iso)
  if (then === null) return iso
  return (new Date(now).getFullYear() === new Date(then).getFullYear() ? wholeThisYear : whole)(then)
}
