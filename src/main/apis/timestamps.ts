import { oneLine } from './plain-text'

const isoTime =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?))? ?(Z|UTC|[+-]\d{2}(?::?\d{2})?)?$/i

/**
 * A time with its zone: one that names none is UTC, since a Python server writes UTC without saying so (api-notes E15).
 * Microseconds stay. What cannot be read is kept as it was sent, in one line.
 */
export function withZone(text: string): string {
  const trimmed = text.trim()
  const [, day, clock, zone = ''] = isoTime.exec(trimmed) ?? []
  if (day === undefined) return oneLine(trimmed, 60)
  const offset = /^[+-]/.test(zone) ? spelledOut(zone) : 'Z'
  const time = `${day}T${(clock ?? '00:00:00').replace(',', '.')}${offset}`
  return Number.isNaN(Date.parse(time)) ? oneLine(trimmed, 60) : time
}

/** `+02` and `+0200` to `+02:00`. */
const spelledOut = (zone: string): string => {
  const digits = zone.replace(/\D/g, '').padEnd(4, '0')
  return `${zone.charAt(0)}${digits.slice(0, 2)}:${digits.slice(2)}`
}
